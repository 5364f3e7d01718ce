package no.vegvisar.complaint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.SamplePapers;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.Thing;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The County Governor gets one paper with all there is to decide by, and nobody sends it unseen.
 */
@VegvisarTest
class ComplaintForwardingTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired ComplaintDesk desk;
  @Autowired ComplaintPapers papers;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S37")
  void what_goes_is_one_paper_of_letter_complaint_decision_referral_and_review()
      throws IOException {
    CaseNo caseNo = toBeReviewed();
    added(caseNo, "brev.pdf", SamplePapers.pdf("Skriven klage fraa pasienten"));
    added(caseNo, "bilete.png", SamplePapers.png());

    journeys.complete(caseNo, "review-complaint", "signer-2", notUpheld(usual(caseNo)));

    byte[] paper = documents.content(sent(caseNo).documentId());
    assertThat(LetterPaper.text(paper))
        .containsSubsequence(
            "Klage til avgjerd",
            "Vedlegg",
            "Klaga slik ho vart teken imot (1 side)",
            "Statsforvaltaren i Møre og Romsdal",
            "Klaga slik ho vart teken imot",
            "Eg treng meir hjelp enn kommunen kan gi",
            "Skriven klage fraa pasienten",
            "Bruken er avgrensa",
            "Tilvisinga slik ho kom",
            "Vil slutte å drikke",
            "Vår nye vurdering",
            "Hjelp i kommunen er nok");
    try (PDDocument opened = Loader.loadPDF(paper)) {
      List<String> contents = new ArrayList<>();
      for (PDOutlineItem item : opened.getDocumentCatalog().getDocumentOutline().children()) {
        contents.add(item.getTitle().replaceFirst(",.*", ""));
      }
      assertThat(contents)
          .containsExactly(
              "Klage til avgjerd",
              "Klaga slik ho vart teken imot",
              "brev",
              "bilete",
              "Vedtak: avslag",
              "Tilvisinga slik ho kom",
              "Vår nye vurdering");
      List<PDPage> lying = new ArrayList<>();
      opened.getPages().forEach(p -> lying.add(p));
      lying.removeIf(p -> p.getMediaBox().getWidth() < p.getMediaBox().getHeight());
      assertThat(lying).as("the picture lies on a page of its own").hasSize(1);
      // the letter can be listened to, the scans cannot, and the whole does not say otherwise
      assertThat(opened.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(opened.getDocumentCatalog().getMetadata()).isNull();
      assertThat(opened.getDocumentCatalog().getLanguage()).isEqualTo("nn");
    }
    assertThat(facts.words(caseNo, "complaint.forwarded/1")).containsExactly("4");
  }

  @Test
  void what_usually_goes_is_left_out_only_with_a_reason_that_is_kept() {
    CaseNo caseNo = toBeReviewed();
    List<String> withoutReferral = new ArrayList<>(usual(caseNo));
    withoutReferral.remove(ComplaintPapers.REFERRAL);

    var silent =
        journeys.attempt(caseNo, "review-complaint", "signer-2", notUpheld(withoutReferral));
    assertThat(silent.refusals()).extracting(Refusal::field).containsExactly("leftOutReason");
    assertThat(desk.ofCase(caseNo).get(0).state()).isEqualTo(Complaint.State.TO_REVIEW);
    assertThat(facts.types(caseNo)).doesNotContain("complaint.reviewed/1");

    journeys.complete(
        caseNo,
        "review-complaint",
        "signer-2",
        notUpheld(withoutReferral).with("leftOutReason", "Statsforvaltaren har ho"));

    assertThat(LetterPaper.text(documents.content(sent(caseNo).documentId())))
        .doesNotContain("Vil slutte å drikke");
    assertThat(WebUser.signedIn(port, "intake").get("/cases/" + caseNo + "/complaints").body())
        .contains("Statsforvaltaren har ho");
  }

  @Test
  void what_goes_is_seen_first_by_whoever_has_the_review_and_by_nobody_else() {
    CaseNo caseNo = toBeReviewed();
    String address =
        "/cases/" + caseNo + "/complaints/" + desk.ofCase(caseNo).get(0).id() + "/forwarding";
    WebUser reviewer = WebUser.signedIn(port, "signer-2");
    assertThat(reviewer.get(address).statusCode()).isEqualTo(403);
    String task = "/tasks/" + journeys.task(caseNo, "review-complaint").taskId();
    reviewer.get(task);
    reviewer.post(task + "/claim", Map.of());
    assertThat(reviewer.get(task).body()).contains(address);

    reviewer.post(
        task + "/draft",
        "application/json",
        "{\"rev\":0,\"data\":{\"reason\":\"Halvvegs tenkt\"}}");

    assertThat(reviewer.get(address).statusCode()).isEqualTo(200);
    assertThat(reviewer.get(address).headers().firstValue("Content-Type"))
        .contains("application/pdf");
    for (String other : List.of("signer", "intake", "unit-lead", "therapist", "referrer")) {
      assertThat(WebUser.signedIn(port, other).get(address).statusCode()).as(other).isEqualTo(403);
    }
    assertThat(letters.ofCase(caseNo))
        .extracting(Letter::template)
        .doesNotContain("complaint-to-county-governor");
    assertThat(
            jdbc.queryForList(
                "select thing from read_log where case_no = ? and what = 'complaint-forwarding'",
                String.class,
                caseNo.value()))
        .contains("LETTER", "REFERRAL");
  }

  @Test
  void a_file_that_cannot_be_opened_is_told_of_before_anything_goes() {
    CaseNo caseNo = toBeReviewed();
    actingAs.user(
        "intake",
        () ->
            documents.store(
                caseNo, "skann.pdf", "%PDF-1.7\nbroken".getBytes(UTF_8), Thing.REFERRAL));

    var refused =
        journeys.attempt(caseNo, "review-complaint", "signer-2", notUpheld(usual(caseNo)));

    assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("documents");
    assertThat(refused.refusals())
        .extracting(Refusal::key)
        .containsExactly("correspondence.refusal.enclosure");
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
  }

  @Test
  void the_limit_of_an_upload_is_no_limit_for_what_is_made_here() {
    CaseNo caseNo = journeys.refused();
    byte[] large = new byte[11 * 1024 * 1024];
    System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, large, 0, 9);

    actingAs.user(
        "intake",
        () -> {
          assertThat(documents.store(caseNo, "a.pdf", large, Thing.LETTER).isDone()).isFalse();
          UUID kept = documents.keep(caseNo, "a.pdf", large, Thing.LETTER).id();
          assertThat(documents.content(kept)).hasSize(large.length);
        });
  }

  private CaseNo toBeReviewed() {
    return journeys.complaintConsidered(journeys.refused(), "intake");
  }

  private void added(CaseNo caseNo, String name, byte[] content) {
    UUID complaint = desk.ofCase(caseNo).get(0).id();
    assertThat(
            actingAs.user("intake", () -> desk.addPaper(caseNo, complaint, name, content)).isDone())
        .isTrue();
  }

  private List<String> usual(CaseNo caseNo) {
    return List.copyOf(papers.usual(desk.ofCase(caseNo).get(0)));
  }

  private static Answers notUpheld(List<String> documents) {
    return new Answers()
        .with("reviewOutcome", "notUpheld")
        .with("reason", "Hjelp i kommunen er nok")
        .with("documents", documents);
  }

  private Letter sent(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.template().equals("complaint-to-county-governor"))
        .findFirst()
        .orElseThrow();
  }
}
