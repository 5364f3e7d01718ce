package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page where intake takes down a referral on paper, sent as a browser without script does. */
@VegvisarTest
class PaperReferralPagesTest {

  private static final String PAGE = "/referrals/register";
  private static final String BOUNDARY = "----a-part-ends-here";

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

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
  }

  @Test
  @Requirement({"S12", "S27"})
  void intake_receives_a_letter_and_goes_on_with_it_from_the_same_page() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);

    HttpResponse<String> sent = send(intake, fields, "scan.pdf", LETTER);

    assertThat(sent.statusCode()).isEqualTo(302);
    String after = sent.headers().firstValue("Location").orElseThrow();
    String reference = after.replaceAll(".*done=(R[0-9-]+).*", "$1");
    String page = intake.get(after.replaceAll("^https?://[^/]+", "")).body();
    assertThat(page).contains("Referral " + reference + " is received");
    assertThat(page).doesNotContain("Lys Lauvskog");
    HttpResponse<String> taken = intake.post("/referrals/" + reference + "/take", Map.of());
    assertThat(taken.headers().firstValue("Location").orElseThrow()).contains("/tasks/");
    assertThat(facts.types(caseOf(reference))).contains("referral.taken-down/1");
  }

  @Test
  @Requirement({"S20", "S26", "S110"})
  void every_kind_of_referrer_can_be_taken_down_and_nav_and_the_municipality_refer_themselves() {
    String page = WebUser.signedIn(port, "intake").get(PAGE).body();
    for (ReferrerKind kind : ReferrerKind.values()) {
      assertThat(page).contains("value=\"" + kind.code() + "\"");
    }
    for (String user : List.of("nav-adviser", "addiction-consultant")) {
      WebUser web = WebUser.signedIn(port, user);
      assertThat(web.get("/tasks").body()).as(user).contains("href=\"/referrals\"");
      assertThat(web.get("/referrals/new").statusCode()).as(user).isIn(200, 302);
    }
  }

  @ParameterizedTest
  @EnumSource(ReferralKind.class)
  @Requirement({"S20", "S107", "S110"})
  void a_form_is_filled_in_only_with_a_sender_whom_it_offers(ReferralKind kind) throws Exception {
    String form = Files.readString(Path.of("forms", kind.formId() + ".form"));
    String senders = form.substring(form.indexOf("\"key\": \"referrerKind\""));
    String offered = senders.substring(0, senders.indexOf("\"properties\""));
    for (ReferrerKind sender : ReferrerKind.values()) {
      assertThat(kind.offers(sender))
          .as(sender.code())
          .isEqualTo(offered.contains("\"value\": \"" + sender.code() + "\""));
    }
  }

  @Test
  @Requirement("S110")
  void nav_finds_itself_filled_in_also_where_a_next_of_kin_is_referred() {
    WebUser nav = WebUser.signedIn(port, "nav-adviser");
    String draft = nav.get("/referrals/new?form=nextOfKin").headers().firstValue("Location").get();

    assertThat(nav.get(draft.replaceAll("^https?://[^/]+", "")).body())
        .containsPattern("referrerKind(&quot;|\"):(&quot;|\")nav");
  }

  @Test
  void a_scan_of_a_wrong_kind_is_refused_with_all_that_was_typed_and_the_lost_file_told() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);

    HttpResponse<String> refused = send(intake, fields, "scan.pdf", "GIF89a not a letter");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Lys Lauvskog",
            "Klok Kråkefot",
            "Drikk kvar dag",
            "2026-11-27T10:30",
            "Only PDF, PNG and JPEG",
            "has let go of the file")
        .containsPattern("id=\"channel-post\"[^>]*checked");
    assertThat(WebUser.hidden(refused.body())).containsEntry("_key", fields.get("_key"));
    assertThat(send(intake, fields, "scan.pdf", LETTER).statusCode()).isEqualTo(302);
  }

  @Test
  @Requirement({"S65", "S110"})
  void
      the_kind_is_addiction_treatment_until_intake_says_another_and_a_refusal_keeps_what_was_said() {
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get(PAGE).body())
        .containsPattern("id=\"referralKind-ordinary\"[^>]*checked")
        .doesNotContainPattern("id=\"urgency-[a-z]+\"[^>]*checked");
    Map<String, String> fields = typed(intake);
    fields.put("referralKind", "nextOfKin");
    fields.put("urgency", "worry");
    fields.put("firstReceipt", "2026-12-02T10:30");

    assertThat(send(intake, fields, null, null).body())
        .containsPattern("id=\"referralKind-nextOfKin\"[^>]*checked")
        .doesNotContainPattern("id=\"referralKind-ordinary\"[^>]*checked")
        .containsPattern("id=\"urgency-worry\"[^>]*checked");

    fields.put("firstReceipt", "2026-11-27T10:30");
    String after = send(intake, fields, null, null).headers().firstValue("Location").orElseThrow();
    assertThat(
            jdbc.queryForObject(
                "select kind from referral where reference = ?",
                String.class,
                after.replaceAll(".*done=(R[0-9-]+).*", "$1")))
        .isEqualTo("nextOfKin");
  }

  @Test
  void a_double_click_makes_one_case() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);

    String first = send(intake, fields, null, null).headers().firstValue("Location").orElseThrow();
    String again = send(intake, fields, null, null).headers().firstValue("Location").orElseThrow();

    assertThat(again).isEqualTo(first);
  }

  @Test
  void a_failing_number_is_marked_and_a_stamp_in_the_future_is_not_taken() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> fields = typed(intake);
    fields.put("nationalId", "123456 78901");
    fields.put("firstReceipt", "2026-12-02T10:30");

    HttpResponse<String> refused = send(intake, fields, null, null);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("123456 78901", "2026-12-02T10:30");

    fields.put("firstReceipt", "2026-11-27T10:30");
    String after = send(intake, fields, null, null).headers().firstValue("Location").orElseThrow();
    assertThat(intake.get(after.replaceAll("^https?://[^/]+", "")).body())
        .contains("does not add up");
  }

  @Test
  void the_way_of_referrals_leads_intake_to_what_is_not_registered_and_nobody_else() {
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/referrals").body()).contains("Referrals not registered");
    send(intake, typed(intake), null, null);

    assertThat(intake.get("/referrals/incoming").body())
        .contains("Lauvskog, Lys", "By post", "Since Friday 27 November 16.00");
    assertThat(intake.get("/tasks").body()).contains("/referrals/incoming", PAGE);
    WebUser referrer = WebUser.signedIn(port, "referrer");
    assertThat(referrer.get("/referrals/incoming").statusCode()).isEqualTo(403);
    assertThat(referrer.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(referrer.get("/tasks").body()).doesNotContain("/referrals/incoming");
  }

  private static Map<String, String> typed(WebUser intake) {
    Map<String, String> fields = new LinkedHashMap<>(WebUser.hidden(intake.get(PAGE).body()));
    fields.put("channel", "post");
    fields.put("firstReceipt", "2026-11-27T10:30");
    fields.put("patientName", "Lys Lauvskog");
    fields.put("senderName", "Klok Kråkefot");
    fields.put("reason", "Drikk kvar dag");
    return fields;
  }

  private static HttpResponse<String> send(
      WebUser user, Map<String, String> fields, String fileName, String content) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
    if (fileName != null) {
      part(body, "name=\"scan\"; filename=\"" + fileName + "\"", content);
    }
    return user.post(
        PAGE, "multipart/form-data; boundary=" + BOUNDARY, body + "--" + BOUNDARY + "--\r\n");
  }

  private static void part(StringBuilder body, String head, String value) {
    body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
    body.append(head).append("\r\n\r\n").append(value).append("\r\n");
  }

  private CaseNo caseOf(String reference) {
    return new CaseNo(
        jdbc.queryForObject(
            "select case_no from referral where reference = ?", String.class, reference));
  }
}
