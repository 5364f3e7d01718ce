package no.vegvisar.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.HealthPersonnelRegister;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Component;

/**
 * Whether a sender may refer (S26): health personnel by the register, others by their body. What is
 * found marks and guides; it never refuses a referral (decisions 29).
 */
@Component
class SenderCheck {

  enum Standing {
    AUTHORISED("authorised"),
    NOT_FOUND("notFound"),
    UNREACHABLE("unreachable"),
    NO_NUMBER("noNumber"),
    BODY_FITS("bodyFits"),
    BODY_DIFFERS("bodyDiffers"),
    /** Came before senders were checked. */
    UNCHECKED("unchecked");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Standing of(String code) {
      return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst().orElse(UNCHECKED);
    }

    /** Whether the sender is told who can refer; a register that is silent is not their fault. */
    boolean guided() {
      return this == NOT_FOUND || this == NO_NUMBER || this == BODY_DIFFERS;
    }
  }

  /**
   * @param profession as the register has it, or null
   */
  record Found(Standing standing, String profession) {}

  private static final Map<ReferrerKind, List<String>> BODIES =
      Map.of(
          ReferrerKind.MUNICIPALITY, List.of("municipality"),
          ReferrerKind.NAV, List.of("state"),
          ReferrerKind.CHILD_WELFARE, List.of("authority", "municipality"));

  private static final String NAV_IN_THE_MUNICIPALITY = "nav-sosial";

  private final Users users;
  private final Organisations organisations;
  private final HealthPersonnelRegister register;

  SenderCheck(Users users, Organisations organisations, HealthPersonnelRegister register) {
    this.users = users;
    this.organisations = organisations;
    this.register = register;
  }

  Found check(ReferrerKind kind, UserId sender, String body) {
    return kind.judgedBy() == ReferrerKind.JudgedBy.REGISTER
        ? byRegister(sender)
        : new Found(fits(kind, sender, body) ? Standing.BODY_FITS : Standing.BODY_DIFFERS, null);
  }

  /** As what this sender most likely refers, by body and register; empty when neither says. */
  Optional<ReferrerKind> likely(UserId sender, String body) {
    if (fits(ReferrerKind.NAV, sender, body)) {
      return Optional.of(ReferrerKind.NAV);
    }
    return switch (organisations.body(body).map(Body::kind).orElse("")) {
      case "municipality" -> Optional.of(ReferrerKind.MUNICIPALITY);
      case "gp-office" ->
          Optional.of(ReferrerKind.GP)
              .filter(gp -> "doctor".equals(check(gp, sender, body).profession()));
      default -> Optional.empty();
    };
  }

  private Found byRegister(UserId sender) {
    return users
        .healthPersonnelNumber(sender)
        .map(register::ask)
        .map(
            answer ->
                new Found(
                    switch (answer.standing()) {
                      case AUTHORISED -> Standing.AUTHORISED;
                      case NOT_FOUND -> Standing.NOT_FOUND;
                      case UNREACHABLE -> Standing.UNREACHABLE;
                    },
                    answer.profession()))
        .orElseGet(() -> new Found(Standing.NO_NUMBER, null));
  }

  private boolean fits(ReferrerKind kind, UserId sender, String body) {
    String bodyKind = organisations.body(body).map(Body::kind).orElse("");
    boolean inNav =
        users.byId(sender).map(User::grants).orElse(List.of()).stream()
            .anyMatch(grant -> grant.unit().equals(NAV_IN_THE_MUNICIPALITY));
    return BODIES.getOrDefault(kind, List.of()).contains(bodyKind)
        || (kind == ReferrerKind.NAV && inNav);
  }

  /**
   * Whether the sender is due the decision: health personnel of a kind that is, whom the register
   * knows or intake vouches for; never one of whom intake said no.
   */
  static boolean dueFullAnswer(Referral referral) {
    boolean vouched = "yes".equals(referral.senderAuthority());
    boolean denied = "no".equals(referral.senderAuthority());
    return ReferrerKind.of(referral.referrerKind()).hears() == ReferrerKind.Hears.DECISION
        && !denied
        && (vouched || referral.sender().standing() == Standing.AUTHORISED);
  }
}
