package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff know before they meet somebody; nobody else reads it, and what was suffered is no mark. */
@VegvisarTest
class SafetyMarkTest {

  private static final String MARK = "Violence or threats: read the referral before you meet";

  @Autowired Journeys journeys;
  @LocalServerPort int port;

  @Test
  @Requirement("S59")
  void those_who_assess_and_treat_see_that_there_were_threats_and_others_do_not() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(journeys.referral().with("violence", List.of("exercised"))));

    assertThat(head("assessor", caseNo)).contains(MARK);
    assertThat(head("intake", caseNo)).contains(caseNo.value()).doesNotContain(MARK);
    assertThat(WebUser.signedIn(port, "referrer").get("/referrals").body()).doesNotContain(MARK);
  }

  @Test
  @Requirement("S59")
  void one_who_has_suffered_violence_is_not_marked_as_a_danger() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(journeys.referral().with("violence", List.of("exposed"))));

    assertThat(head("assessor", caseNo)).contains(caseNo.value()).doesNotContain(MARK);
  }

  private String head(String user, CaseNo caseNo) {
    return WebUser.signedIn(port, user).get("/cases/" + caseNo + "/overview").body();
  }
}
