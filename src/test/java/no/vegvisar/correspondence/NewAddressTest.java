package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.patient.Patients;
import no.vegvisar.patient.Patients.Protection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where letters to the patient go: what is printed, what is kept, and what is never told. */
@VegvisarTest
class NewAddressTest {

  /** A time of its own: the desk shows the newest hundred only. */
  private static final Instant MONDAY_MORNING = Instant.parse("2027-10-04T08:00:00Z");

  private static final String NEW_ADDRESS = "Nyvegen 7\n6010 Ålesund";

  @LocalServerPort int port;

  @Value("${vegvisar.outbox.directory}")
  Path printService;

  @Autowired PostDesk post;
  @Autowired PostByHand byHand;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired Outbox outbox;
  @Autowired CaseLedger ledger;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired ActingAs actingAs;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @AfterEach
  void the_print_service_takes_over_again() {
    byHand.end();
  }

  @Test
  @Requirement({"S16", "S37"})
  void the_paper_that_goes_bears_the_new_address_and_the_letter_stays_as_it_was_sent()
      throws IOException {
    CaseNo caseNo = cameBack();
    byte[] sent = documents.content(letter(caseNo).documentId());

    sentAgain(caseNo);
    harness.settle(caseNo);

    assertThat(letter(caseNo).state()).isEqualTo(Letters.State.SENT);
    assertThat(laidOut(caseNo))
        .contains("Brevet vårt på nytt", "datert 4. oktober 2027")
        .containsSubsequence("Rask Bjørkelund Nyvegen 7 6010 Ålesund", "Vestmoa 27")
        .endsWith(text(sent));
    assertThat(documents.content(letter(caseNo).documentId())).isEqualTo(sent);
    assertThat(text(sent)).doesNotContain("Nyvegen");
  }

  @Test
  @Requirement("S16")
  void how_the_patient_is_reached_stands_and_the_next_letter_bears_the_address_too() {
    CaseNo caseNo =
        cameBack(journeys.referral().with("patientContact", "900 00 001, helst om kvelden"));

    sentAgain(caseNo);

    assertThat(person(caseNo).contact()).isEqualTo("900 00 001, helst om kvelden");
    UUID next = letters.write(another(caseNo));
    assertThat(text(documents.content(letters.get(next).documentId())))
        .contains("Tilvisinga di er avslutta", "Rask Bjørkelund Nyvegen 7 6010 Ålesund");
  }

  @Test
  @Requirement("S16")
  void it_is_known_on_the_case_where_the_letter_went_and_the_ledger_says_only_that_it_did() {
    CaseNo caseNo = cameBack();

    sentAgain(caseNo);
    harness.settle(caseNo);
    journeys.therapistAssigned(caseNo);

    WebUser therapist = WebUser.signedIn(port, "therapist");
    String page = "/cases/" + caseNo + "/letters";
    assertThat(therapist.get(page).body())
        .contains("sent to a new address", "Nyvegen 7, 6010 Ålesund");
    assertThat(WebUser.signedIn(port, "unit-lead").get(page).body())
        .as("who reads heads only")
        .contains("sent to a new address")
        .doesNotContain("Nyvegen");
    assertThat(facts.types(caseNo)).contains("correspondence.letter-sent-again/1");
    assertThat(ledger.entries(caseNo))
        .allSatisfy(e -> assertThat(String.valueOf(e.event())).doesNotContain("Nyvegen"));
    hide(caseNo);
    assertThat(therapist.get(page).body())
        .contains("sent to a new address")
        .doesNotContain("Nyvegen");
  }

  @Test
  @Requirement("S16")
  void whoever_writes_the_envelope_reads_the_address_on_the_row_and_prints_it_with_the_letter() {
    byHand.begin();
    CaseNo caseNo = cameBack();
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/post").body()).doesNotContain("Bakvegen");

    sentAgain(caseNo, "Bakvegen 3\n6011 Ålesund");
    harness.settle(caseNo);

    assertThat(piece(caseNo))
        .matches(p -> p.place() == PostDesk.Place.TO_POST)
        .extracting(PostDesk.Piece::address)
        .isEqualTo("Bakvegen 3, 6011 Ålesund");
    assertThat(intake.get("/post").body()).contains("Bakvegen 3, 6011 Ålesund");
    assertThat(printed(caseNo)).contains("Bakvegen 3", "Brevet vårt på nytt");
    posted(caseNo);
    actingAs.user("intake", () -> post.returned(letter(caseNo).id()));
    assertThat(printed(caseNo)).as("it came back from there too").doesNotContain("Bakvegen");
    assertThat(intake.get("/post/" + letter(caseNo).id() + "/told").body())
        .contains("Address on record", "Bakvegen 3, 6011 Ålesund");
  }

  @Test
  @Requirement({"S16", "E10"})
  void an_address_that_is_protected_by_now_is_neither_shown_nor_printed_nor_posted() {
    byHand.begin();
    CaseNo caseNo = cameBack();
    sentAgain(caseNo, "Løynvegen 9, 6010 Ålesund");

    hide(caseNo);
    harness.settle(caseNo);

    assertThat(letter(caseNo).state()).isEqualTo(Letters.State.HELD);
    assertThat(facts.words(caseNo, "correspondence.letter-held/1"))
        .containsExactly("protected-address");
    assertThat(piece(caseNo)).matches(p -> !p.mayPost() && p.address() == null);
    assertThat(WebUser.signedIn(port, "intake").get("/post").body()).doesNotContain("Løynvegen");
    assertThat(text(letters.previewPdf(another(caseNo)))).doesNotContain("Løynvegen");
    assertThat(actingAs.user("intake", () -> post.print(List.of(letter(caseNo).id()))).isDone())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'Gamlevegen 2, 6002 Ålesund', , house, true",
    "'Gamlevegen 2, 6002 Ålesund', 'Hos bror, 6100 Volda', house, false",
    "'Gamlevegen 2, 6002 Ålesund', , homeless, false",
    "Ålesund sentrum, , house, false",
    "'12 Storgata', , house, false"
  })
  @Requirement("S16")
  void a_home_that_a_letter_can_be_sent_to_is_the_first_address(
      String home, String stay, String housing, boolean printed) {
    Journeys.Answers referral = journeys.referral().with("homeAddress", home);
    if (housing.equals("homeless")) {
      referral.with("housing", housing);
    }
    if (stay != null) {
      referral.with("stayAddress", stay);
    }

    CaseNo caseNo = journeys.referred(referral);

    assertThat(person(caseNo).addressLines()).isEqualTo(printed ? List.of(home) : List.of());
  }

  @Test
  @Requirement("S16")
  void a_newer_referral_does_not_bring_back_an_address_from_which_letters_came_back() {
    Journeys.Answers referral = journeys.referral().with("homeAddress", "Gamlevegen 2, 6002 Å");
    CaseNo caseNo = cameBack(referral);
    sentAgain(caseNo);

    journeys.referred(referral);

    assertThat(person(caseNo).addressLines()).containsExactly("Nyvegen 7", "6010 Ålesund");
  }

  /** Signed, gone, and back three days later. */
  private CaseNo cameBack() {
    return cameBack(journeys.referral());
  }

  private CaseNo cameBack(Journeys.Answers referral) {
    CaseNo caseNo = journeys.signed(journeys.registered(journeys.referred(referral)));
    harness.settle(caseNo);
    if (letter(caseNo).state() == Letters.State.TO_POST) {
      posted(caseNo);
    }
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(3)));
    actingAs.user("intake", () -> post.returned(letter(caseNo).id()));
    return caseNo;
  }

  private void posted(CaseNo caseNo) {
    actingAs.user(
        "intake", () -> post.posted(List.of(letter(caseNo).id()), journeys.today()).value());
  }

  private void sentAgain(CaseNo caseNo) {
    sentAgain(caseNo, NEW_ADDRESS);
  }

  private void sentAgain(CaseNo caseNo, String address) {
    WebUser intake = WebUser.signedIn(port, "intake");
    String path = "/post/" + letter(caseNo).id() + "/told";
    Map<String, String> typed = new HashMap<>(WebUser.hidden(intake.get(path).body()));
    typed.putAll(Map.of("how", "sentAgain", "by", "Open Dør", "address", address));
    assertThat(intake.post(path, typed).statusCode()).isEqualTo(302);
  }

  private void hide(CaseNo caseNo) {
    patients.protect(person(caseNo).id(), Protection.STRICTLY_CONFIDENTIAL);
  }

  private Patients.Person person(CaseNo caseNo) {
    return patients.get(cases.get(caseNo).personId());
  }

  private Letters.Draft another(CaseNo caseNo) {
    return new Letters.Draft(
        caseNo,
        "assessment-withdrawn",
        Letters.To.PATIENT,
        Language.NN,
        "abs",
        person(caseNo).name(),
        List.of(),
        null,
        Map.of());
  }

  private String printed(CaseNo caseNo) {
    return text(actingAs.user("intake", () -> post.print(List.of(letter(caseNo).id()))).value());
  }

  /** What the print service got last. */
  private String laidOut(CaseNo caseNo) throws IOException {
    UUID row =
        outbox.ofCase(caseNo).stream()
            .filter(r -> r.subjectId().equals(letter(caseNo).id().toString()))
            .reduce((one, later) -> later)
            .orElseThrow()
            .id();
    return text(Files.readAllBytes(printService.resolve(row + ".pdf")));
  }

  private PostDesk.Piece piece(CaseNo caseNo) {
    return actingAs.user("intake", () -> post.pieces()).stream()
        .filter(p -> p.letter().id().equals(letter(caseNo).id()))
        .findFirst()
        .orElseThrow();
  }

  private Letters.Letter letter(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .findFirst()
        .orElseThrow();
  }

  private static String text(byte[] pdf) {
    return no.vegvisar.LetterPaper.text(pdf);
  }
}
