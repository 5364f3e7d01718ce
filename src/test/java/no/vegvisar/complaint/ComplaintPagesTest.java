package no.vegvisar.complaint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.CaseFacts;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.SamplePapers;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The complaints of a case on its page: papers, taking one back, and who sees nothing of it. */
@VegvisarTest
class ComplaintPagesTest {

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired ComplaintDesk desk;

  @Test
  @Requirement("S37")
  void a_scanned_power_of_attorney_is_added_and_another_kind_of_file_refused_in_words() {
    CaseNo caseNo = complainedAbout();
    String papers = "/cases/" + caseNo + "/complaints/" + id(caseNo) + "/papers";
    WebUser intake = WebUser.signedIn(port, "intake");
    intake.get("/cases/" + caseNo + "/complaints");

    HttpResponse<String> text =
        intake.postFile(papers, "fullmakt.txt", "just words".getBytes(UTF_8));
    HttpResponse<String> broken =
        intake.postFile(papers, "fullmakt.pdf", "%PDF-1.7\n%scan\n".getBytes(UTF_8));
    HttpResponse<String> scan =
        intake.postFile(papers, "fullmakt.pdf", SamplePapers.pdf("Fullmakt"));

    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(text.body()).contains("PDF");
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.body()).contains("cannot be opened");
    assertThat(scan.statusCode()).isEqualTo(302);
    assertThat(facts.count(caseNo, "complaint.paper-added/1")).isEqualTo(1);
    assertThat(intake.get("/cases/" + caseNo + "/complaints").body()).contains("fullmakt.pdf");
  }

  @Test
  void taking_it_back_is_asked_once_more_and_keeps_what_was_typed() {
    CaseNo caseNo = complainedAbout();
    String withdraw = "/cases/" + caseNo + "/complaints/" + id(caseNo) + "/withdraw";
    WebUser intake = WebUser.signedIn(port, "intake");
    Matcher version =
        Pattern.compile("name=\"_version\" value=\"(\\d+)\"").matcher(intake.get(withdraw).body());
    assertThat(version.find()).isTrue();

    HttpResponse<String> unsure =
        intake.post(withdraw, Map.of("_version", version.group(1), "reason", "Ringde i dag"));
    assertThat(unsure.statusCode()).isEqualTo(422);
    assertThat(unsure.body()).contains("Ringde i dag");
    assertThat(facts.types(caseNo)).doesNotContain("complaint.withdrawn/1");

    HttpResponse<String> done =
        intake.post(
            withdraw,
            Map.of("_version", version.group(1), "reason", "Ringde i dag", "sure", "true"));
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(facts.types(caseNo)).contains("complaint.withdrawn/1");
  }

  @Test
  void the_referrer_sees_nothing_of_a_complaint() {
    CaseNo caseNo = complainedAbout();
    WebUser referrer = WebUser.signedIn(port, "referrer");

    for (String page : new String[] {"", "/new", "/" + id(caseNo) + "/withdraw"}) {
      HttpResponse<String> answer = referrer.get("/cases/" + caseNo + "/complaints" + page);
      assertThat(answer.statusCode()).as(page).isEqualTo(403);
      assertThat(answer.body()).as(page).doesNotContain("Eg treng meir hjelp");
    }
  }

  @Test
  void the_complaint_stands_once_on_the_page_of_each_of_its_tasks() {
    CaseNo caseNo = complainedAbout();
    WebUser signer = WebUser.signedIn(port, "signer-2");
    String task = "/tasks/" + journeys.task(caseNo, "consider-complaint").taskId();
    signer.get(task);
    signer.post(task + "/claim", Map.of());

    assertThat(signer.get(task).body()).containsOnlyOnce("Eg treng meir hjelp");
  }

  private CaseNo complainedAbout() {
    CaseNo caseNo = journeys.refused();
    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());
    return caseNo;
  }

  private String id(CaseNo caseNo) {
    return desk.ofCase(caseNo).get(0).id().toString();
  }
}
