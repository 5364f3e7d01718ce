package no.vegvisar.organisation;

import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Senders beside the demo's GP, one of each standing that matters; they sign in with {@link
 * DemoUsers#PASSWORD}. None is on the demo's sign-in page.
 */
@Component
public class MoreReferrers {

  public static final String WITHOUT_NUMBER = "referrer-without-number";
  public static final String NOT_IN_REGISTER = "referrer-not-in-register";
  public static final String REGISTER_SILENT = "referrer-register-silent";
  public static final String IN_NAV = "referrer-in-nav";

  private final Staffing staffing;
  private final LocalHealthPersonnel register;
  private final TransactionTemplate transaction;

  MoreReferrers(Staffing staffing, LocalHealthPersonnel register, TransactionTemplate transaction) {
    this.staffing = staffing;
    this.register = register;
    this.transaction = transaction;
  }

  @EventListener(ApplicationReadyEvent.class)
  void enrol() {
    transaction.executeWithoutResult(
        status -> {
          register.enter("0000998", null);
          enrol(WITHOUT_NUMBER, "Kort Kveld", DemoUsers.SURGERY, null);
          enrol(NOT_IN_REGISTER, "Lys Lind", DemoUsers.SURGERY, "0000199");
          enrol(REGISTER_SILENT, "Fjern Fure", DemoUsers.SURGERY, "0000998");
          enrol(IN_NAV, "Rund Rogne", "nav-state", null);
        });
  }

  private void enrol(String userName, String displayName, String body, String number) {
    var id = new UserId("u-" + userName);
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(DemoUsers.PASSWORD);
    if (staffing.enrol(id, userName, displayName, body, hash)) {
      staffing
          .grant(
              id, new RoleGrant(Role.REFERRER, body, LocalDate.of(2020, 1, 1), null), UserId.SYSTEM)
          .value();
      if (number != null) {
        staffing.holdsNumber(id, number);
      }
    }
  }
}
