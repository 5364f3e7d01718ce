package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The clinic asks, and the answer comes in a letter or on the phone: intake types it at the open
 * question, and the wait ends as if it had been answered on the referrer's own page.
 */
@VegvisarTest
class PostalAnswerTest {

  /** The least that opens as a PDF. */
  private static final String LETTER =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """;

  private static final String BOUNDARY = "----a-part-ends-here";

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired SilentReferrers silence;
  @Autowired ReferralRecords records;

  private CaseNo caseNo;
  private String path;

  @BeforeEach
  void asked_about_allergies_and_more_on_the_third_working_day() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    caseNo = journeys.referred(journeys.referral().with("allergies", "unknown"));
    harness.at(Instant.parse("2026-12-03T09:00:00Z"));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", "2026-11-30T09:00")
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "none"));
    harness.at(Instant.parse("2026-12-07T09:00:00Z"));
    path = "/cases/" + caseNo + "/referral/answer";
  }

  @Test
  @Requirement({"S41", "S48", "S58"})
  void an_answer_in_a_letter_ends_the_wait_and_the_reminders_and_the_referrer_sees_it() {
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/cases/" + caseNo + "/referral").body()).contains(path, "Allergies");
    Map<String, String> fields = typed(intake);

    HttpResponse<String> sent = send(intake, fields, LETTER);

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    assertThat(records.questionsOf(records.ofCase(caseNo))).noneMatch(ReferralQuestion::open);
    assertThat(records.answersOf(records.ofCase(caseNo)).path("allergyWords").asText())
        .isEqualTo("Penicillin");
    assertThat(facts.words(caseNo, "referral.answer-taken-down/1"))
        .singleElement()
        .asString()
        .endsWith("post 2026-12-04T09:30:00Z");
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(facts.count(caseNo, "deadline.cause-over/1")).isEqualTo(1);
    harness.at(Instant.parse("2026-12-09T09:00:00Z"));
    assertThat(silence.remind(caseNo)).as("reminded").isFalse();

    String part = intake.get("/cases/" + caseNo + "/referral").body();
    assertThat(part)
        .contains("Penicillin", "came by post 04.12.2026 10.30, from Klok Kråkefot", "-answer.pdf")
        .doesNotContain(path);
    WebUser referrer = WebUser.signedIn(port, "referrer");
    assertThat(referrer.get("/tasks").body()).doesNotContain("question-" + reference());
    assertThat(referrer.get("/referrals/" + reference()).body())
        .contains("Your answer reached the clinic by post", "04.12.2026 10.30")
        .doesNotContain("The clinic lacks this");
  }

  @Test
  @Requirement("S41")
  void one_answer_of_several_leaves_the_rest_asked() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);
    fields.keySet().removeAll(java.util.List.of("minorChildren", "patientContact"));

    assertThat(send(intake, fields, null).statusCode()).isEqualTo(302);

    assertThat(records.questionsOf(records.ofCase(caseNo)))
        .filteredOn(ReferralQuestion::open)
        .isNotEmpty();
    assertThat(facts.types(caseNo)).doesNotContain("deadline.cause-over/1");
    assertThat(silence.remind(caseNo)).as("reminded of the rest").isTrue();
  }

  @Test
  void sent_twice_it_is_kept_once_and_a_colleague_on_an_older_page_is_told() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);
    Map<String, String> late = typed(intake);
    late.put("allergies", "noneKnown");
    late.put("allergyWords", "Pollen, sa legen");

    send(intake, fields, null);
    assertThat(send(intake, fields, null).statusCode()).isEqualTo(302);
    HttpResponse<String> refused = send(intake, late, null);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("nothing is asked any more", "You typed: ", "Pollen, sa legen")
        .contains("None known")
        .doesNotContain("noneKnown", "name=\"answeredBy\"");
    assertThat(intake.get(path).body()).contains("Nothing is asked of the referrer now");
    assertThat(facts.count(caseNo, "referral.answer-taken-down/1")).isEqualTo(1);
  }

  @Test
  void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);
    fields.put("channel", "pigeon");
    fields.put("receivedAt", "2026-12-24T10:00");
    fields.put("answeredBy", " ");
    fields.put("allergies", "perhaps");

    HttpResponse<String> refused = send(intake, fields, "GIF89a no letter");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "href=\"#channel\"",
            "cannot have come later than now",
            "Write who answered",
            "href=\"#allergies\"",
            "Penicillin",
            "has let go of the file");
    fields.putAll(typed(intake));
    fields.put("receivedAt", "2026-11-20T10:00");
    assertThat(send(intake, fields, null).body())
        .contains("cannot have come before the referral", "value=\"2026-11-20T10:00\"");
    fields.putAll(typed(intake));
    assertThat(send(intake, fields, "GIF89a no letter").body()).contains("Only PDF, PNG and JPEG");
    assertThat(facts.types(caseNo)).doesNotContain("referral.answer-taken-down/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assessor", "therapist", "unit-lead", "referrer", "auditor"})
  void only_intake_types_what_a_referrer_answered(String user) {
    WebUser web = WebUser.signedIn(port, user);
    web.get("/tasks");

    assertThat(web.get(path).statusCode()).isEqualTo(403);
    assertThat(send(web, Map.of("_key", java.util.UUID.randomUUID().toString()), null).statusCode())
        .isEqualTo(403);
  }

  /** Everything that is asked, answered. */
  private Map<String, String> typed(WebUser intake) {
    Map<String, String> fields = new LinkedHashMap<>(WebUser.hidden(intake.get(path).body()));
    fields.put("channel", "post");
    fields.put("receivedAt", "2026-12-04T10:30");
    fields.put("answeredBy", "Klok Kråkefot");
    fields.put("allergies", "yes");
    fields.put("allergyWords", "Penicillin");
    fields.put("minorChildren", "no");
    fields.put("patientContact", "900 00 000");
    fields.put("somaticCauses", "no");
    return fields;
  }

  private HttpResponse<String> send(WebUser user, Map<String, String> fields, String scan) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
    if (scan != null) {
      part(body, "name=\"scan\"; filename=\"scan.pdf\"", scan);
    }
    return user.post(
        path, "multipart/form-data; boundary=" + BOUNDARY, body + "--" + BOUNDARY + "--\r\n");
  }

  private static void part(StringBuilder body, String head, String value) {
    body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
    body.append(head).append("\r\n\r\n").append(value).append("\r\n");
  }

  private String reference() {
    return records.ofCase(caseNo).reference();
  }
}
