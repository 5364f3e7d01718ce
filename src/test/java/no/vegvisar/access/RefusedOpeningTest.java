package no.vegvisar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.vegvisar.Journeys;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who tries a case that is not theirs is refused, and the attempt is on record. */
@VegvisarTest
class RefusedOpeningTest {

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired ReadLog readLog;

  @Test
  void an_attempt_at_a_case_one_may_not_see_stands_in_the_log_of_the_case() {
    CaseNo caseNo = journeys.referred();
    WebUser therapist = WebUser.signedIn(port, "therapist");

    assertThat(therapist.get("/cases/" + caseNo + "/overview").statusCode()).isEqualTo(403);
    assertThat(therapist.get("/cases/" + caseNo + "/complaints/elsewhere").statusCode())
        .isEqualTo(403);
    assertThat(therapist.post("/cases/" + caseNo + "/breach", Map.of("words", "x")).statusCode())
        .isEqualTo(403);

    assertThat(of(caseNo, "therapist"))
        .hasSize(3)
        .allMatch(r -> r.ground().equals("refused") && r.purpose() == Purpose.NONE);
    WebUser auditor = WebUser.signedIn(port, "auditor");
    assertThat(auditor.get("/audit/" + caseNo).body()).contains("Varm V\u00e5rdag", "refused");
  }

  @Test
  void an_act_that_is_not_theirs_on_a_case_they_may_see_is_no_attempt() {
    CaseNo caseNo = journeys.referred();
    WebUser assessor = WebUser.signedIn(port, "assessor");

    assertThat(assessor.get("/cases/" + caseNo + "/referral/answer").statusCode()).isEqualTo(403);

    assertThat(of(caseNo, "assessor")).noneMatch(r -> r.ground().equals("refused"));
  }

  private List<ReadLog.Reading> of(CaseNo caseNo, String user) {
    return readLog.of(caseNo).stream()
        .filter(r -> r.reader().equals(DemoUsers.idOf(user)))
        .toList();
  }
}
