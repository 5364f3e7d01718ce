package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.MoreReferrers;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files and drafts of a referral: kept on the server, their owner's until they are sent. */
@VegvisarTest
class AttachmentsTest {

  private static final String COMPLETE =
      """
      {"patientIdKind":"none","patientName":"Grå Gran","writtenStandard":"nn","referrerKind":"gp","reason":"Drinks daily","helpWanted":"Treatment",
       "dependence":["alcohol"],"detoxNeed":"no","riskConcern":"no","medicines":"none","allergies":"noneKnown","minorChildren":"no",
       "patientAgrees":"yes"}
      """;

  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  private WebUser referrer;
  private String draft;

  @BeforeEach
  void a_new_draft_on_a_monday_morning() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    referrer = WebUser.signedIn(port, "referrer");
    draft = newDraft(referrer);
  }

  @Test
  @Requirement({"S48", "S186"})
  void pdf_png_and_jpeg_are_kept_with_the_draft_and_can_be_taken_out_again() throws IOException {
    attach(referrer, draft, "epikrise.pdf", pdf());
    attach(referrer, draft, "bilete.jpg", image("png"));
    attach(referrer, draft, "røntgen.jpeg", image("jpg"));

    assertThat(page(referrer, draft)).contains("epikrise.pdf", "bilete.png", "røntgen.jpg");

    String id = attachments(page(referrer, draft)).get(0);
    assertThat(referrer.get("/referrals/attachments/" + id).statusCode()).isEqualTo(200);
    assertThat(referrer.post("/referrals/attachments/" + id + "/remove", Map.of()).statusCode())
        .isEqualTo(302);

    assertThat(page(referrer, draft)).doesNotContain("epikrise.pdf").contains("bilete.png");
    assertThat(referrer.get("/referrals/attachments/" + id).statusCode()).isEqualTo(403);
  }

  static Stream<Arguments> badFiles() throws IOException {
    return Stream.of(
        Arguments.of("a program", "MZ\\u0090".getBytes(StandardCharsets.UTF_8), "Only PDF, PNG"),
        Arguments.of("nothing", new byte[0], "The file is empty"),
        Arguments.of(
            "a torn PDF", "%PDF-1.7 nothing more".getBytes(StandardCharsets.UTF_8), "damaged"),
        Arguments.of("a torn picture", Arrays.copyOf(image("png"), 12), "damaged"),
        Arguments.of("a locked PDF", locked(), "needs a password"),
        Arguments.of("a PDF with a program", withProgram(), "brings a program"),
        Arguments.of("too much", Arrays.copyOf(pdf(), 10 * 1024 * 1024 + 1), "larger than 10 MB"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  @Requirement({"S48", "S186"})
  void what_cannot_be_read_here_is_refused_in_words_and_the_rest_stays(
      String what, byte[] content, String words) throws IOException {
    attach(referrer, draft, "god.pdf", pdf());

    var answer =
        referrer
            .with("Accept", "application/json")
            .postFile("/referrals/attachments?draft=" + draft, "ny.pdf", content);

    assertThat(answer.statusCode()).as(what).isEqualTo(422);
    assertThat(answer.body()).contains(words);
    assertThat(page(referrer.with("Accept", "text/html"), draft))
        .contains("god.pdf")
        .doesNotContain("ny.pdf");
  }

  @Test
  @Requirement("S41")
  void a_draft_survives_signing_out_with_its_text_and_its_files() throws IOException {
    save(referrer, draft, 0, "Skriv vidare i morgon");
    attach(referrer, draft, "epikrise.pdf", pdf());
    referrer.post("/logout", Map.of());
    assertThat(referrer.get("/referrals").statusCode()).isEqualTo(302);

    WebUser again = WebUser.signedIn(port, "referrer");

    assertThat(again.get("/referrals").body()).contains("/referrals/new?draft=" + draft);
    assertThat(page(again, draft)).contains("Skriv vidare i morgon", "epikrise.pdf");
  }

  @Test
  @Requirement("S41")
  void a_file_attached_before_anything_is_typed_makes_a_draft_that_is_found_again()
      throws IOException {
    attach(referrer, draft, "epikrise.pdf", pdf());

    assertThat(save(referrer, draft, 0, "Byrjar no").statusCode())
        .as("the page that is open goes on saving")
        .isEqualTo(200);
    assertThat(WebUser.signedIn(port, "referrer").get("/referrals").body())
        .contains("/referrals/new?draft=" + draft);
  }

  @Test
  void of_two_tabs_the_older_one_is_told_and_the_files_of_both_are_there() throws IOException {
    WebUser second = WebUser.signedIn(port, "referrer");
    page(second, draft);
    assertThat(save(referrer, draft, 0, "Typed in the first tab").statusCode()).isEqualTo(200);

    var late = save(second, draft, 0, "Typed in the second tab");

    assertThat(late.statusCode()).isEqualTo(409);
    attach(referrer, draft, "ein.pdf", pdf());
    attach(second, draft, "to.pdf", pdf());
    assertThat(page(second, draft))
        .contains("Typed in the first tab", "ein.pdf", "to.pdf")
        .doesNotContain("Typed in the second tab");
  }

  @Test
  @Requirement("S186")
  void another_sender_sees_neither_draft_nor_file_by_knowing_their_ids() throws IOException {
    save(referrer, draft, 0, "Berre for meg");
    attach(referrer, draft, "løyndom.pdf", pdf());
    String file = attachments(page(referrer, draft)).get(0);
    WebUser other = WebUser.signedIn(port, MoreReferrers.WITHOUT_NUMBER);

    assertThat(page(other, draft)).doesNotContain("Berre for meg", "løyndom.pdf");
    assertThat(other.get("/referrals").body()).doesNotContain(draft);
    assertThat(other.get("/referrals/attachments/" + file).statusCode()).isEqualTo(403);
    assertThat(other.post("/referrals/attachments/" + file + "/remove", Map.of()).statusCode())
        .isEqualTo(403);
    for (String staff : List.of("intake", "signer", "therapist")) {
      assertThat(WebUser.signedIn(port, staff).get("/referrals/attachments/" + file).statusCode())
          .as(staff)
          .isEqualTo(403);
    }

    // nor do they go along when the other sends under the same key
    CaseNo caseNo = caseOf(send(other, draft));
    assertThat(documents.ofCase(caseNo)).isEmpty();
    assertThat(page(referrer, draft)).contains("Berre for meg", "løyndom.pdf");
  }

  @Test
  @Requirement({"S48", "S186"})
  void sent_along_they_lie_beside_the_task_and_every_look_is_logged() throws IOException {
    save(referrer, draft, 0, "Snart ferdig");
    attach(referrer, draft, "epikrise.pdf", pdf());
    String file = attachments(page(referrer, draft)).get(0);
    String reference = send(referrer, draft);
    assertThat(send(referrer, draft)).as("sent twice").isEqualTo(reference);
    CaseNo caseNo = caseOf(reference);
    harness.runDueJobs(caseNo);

    assertThat(referrer.get("/referrals").body())
        .as("what is sent is no draft")
        .doesNotContain("/referrals/new?draft=" + draft);
    assertThat(referrer.get("/referrals/" + reference).body()).contains("epikrise.pdf");
    referrer.post("/referrals/attachments/" + file + "/remove", Map.of());
    assertThat(documents.ofCase(caseNo)).as("nothing is taken out of what was sent").hasSize(1);

    journeys.registered(caseNo);
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String task = "/tasks/" + journeys.task(caseNo, "prepare-assessment").taskId();
    assessor.get(task);
    assessor.post(task + "/claim", Map.of());
    String paper = "/cases/" + caseNo + "/documents/" + file;
    assertThat(assessor.get(task).body()).contains("epikrise.pdf", paper);
    assertThat(assessor.get(paper).statusCode()).isEqualTo(200);
    assertThat(readersOf(caseNo)).contains(DemoUsers.idOf("assessor").value());

    for (String other : List.of("therapist", "allocation", MoreReferrers.IN_NAV)) {
      assertThat(WebUser.signedIn(port, other).get(paper).statusCode()).as(other).isEqualTo(403);
    }
    CaseNo another = journeys.referred();
    assertThat(assessor.get("/cases/" + another + "/documents/" + file).statusCode())
        .as("by way of another case")
        .isEqualTo(404);
  }

  @Test
  @Requirement({"S48", "S186"})
  void a_page_without_script_attaches_by_a_plain_form_and_takes_out_again() throws IOException {
    String page = page(referrer, draft);
    assertThat(page)
        .contains("id=\"attach-form\"", "enctype=\"multipart/form-data\"", "name=\"_csrf\"");

    var answer =
        referrer.postPlainFile("/referrals/attachments?draft=" + draft, "epikrise.pdf", pdf());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("draft=" + draft);
    assertThat(page(referrer, draft)).contains("epikrise.pdf");
    var refused =
        referrer.postPlainFile(
            "/referrals/attachments?draft=" + draft,
            "program.pdf",
            "MZ program".getBytes(StandardCharsets.UTF_8));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Only PDF, PNG");
  }

  @Test
  @Requirement({"S48", "S186"})
  void a_file_above_the_limit_of_an_upload_is_told_in_words_and_the_draft_survives()
      throws IOException {
    save(referrer, draft, 0, "Skrive inn alt");
    attach(referrer, draft, "god.pdf", pdf());
    page(referrer, draft);
    byte[] large = Arrays.copyOf(pdf(), 26 * 1024 * 1024);
    String path = "/referrals/attachments?draft=" + draft;

    for (var answer :
        List.of(
            referrer.postPlainFile(path, "stor.pdf", large),
            referrer.postFile(path, "stor.pdf", large))) {
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body())
          .contains("The file is too large to be received", "drafts that were saved are kept");
    }
    var toScript = referrer.with("Accept", "application/json").postFile(path, "stor.pdf", large);
    assertThat(toScript.statusCode()).isEqualTo(413);
    assertThat(toScript.body()).contains("\"message\":\"The file is too large to be received\"");

    assertThat(page(referrer.with("Accept", "text/html"), draft))
        .contains("Skrive inn alt", "god.pdf")
        .doesNotContain("stor.pdf");
  }

  private static String newDraft(WebUser user) {
    String address = user.get("/referrals/new").headers().firstValue("Location").orElseThrow();
    String id = address.substring(address.indexOf("draft=") + 6);
    page(user, id);
    return id;
  }

  private static String page(WebUser user, String draft) {
    return user.get("/referrals/new?draft=" + draft).body();
  }

  private static void attach(WebUser user, String draft, String name, byte[] content) {
    var answer = user.postFile("/referrals/attachments?draft=" + draft, name, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private static java.net.http.HttpResponse<String> save(
      WebUser user, String draft, int rev, String reason) {
    var answer =
        user.with("Accept", "application/json")
            .post(
                "/forms/refer-patient/draft?id=" + draft,
                "application/json",
                "{\"data\":{\"reason\":\"" + reason + "\"},\"rev\":" + rev + "}");
    user.with("Accept", "text/html");
    return answer;
  }

  private static String send(WebUser user, String draft) {
    var answer = user.post("/referrals", Map.of("data", COMPLETE, "_key", draft));
    String location = answer.headers().firstValue("Location").orElse("");
    assertThat(location).as(answer.body()).contains("/referrals/R");
    return location.replaceAll("^.*/referrals/|\\?sent$", "");
  }

  private CaseNo caseOf(String reference) {
    return new CaseNo(
        jdbc.queryForObject(
            "select case_no from referral where reference = ?", String.class, reference));
  }

  private List<String> readersOf(CaseNo caseNo) {
    return jdbc.queryForList(
        "select reader from read_log where case_no = ? and what = 'document'",
        String.class,
        caseNo.value());
  }

  private static List<String> attachments(String page) {
    Matcher link = Pattern.compile("/referrals/attachments/([0-9a-f-]{36})\"").matcher(page);
    return link.results().map(r -> UUID.fromString(r.group(1)).toString()).distinct().toList();
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      return saved(pdf);
    }
  }

  private static byte[] locked() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.protect(new StandardProtectionPolicy("eigar", "lesar", new AccessPermission()));
      return saved(pdf);
    }
  }

  private static byte[] withProgram() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hei')"));
      return saved(pdf);
    }
  }

  private static byte[] saved(PDDocument pdf) throws IOException {
    pdf.addPage(new PDPage());
    var bytes = new ByteArrayOutputStream();
    pdf.save(bytes);
    return bytes.toByteArray();
  }

  private static byte[] image(String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }
}
