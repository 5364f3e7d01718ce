package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.complaint.Complaint.State;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who complains for the patient without power of attorney is heard, and told nothing of them. */
@VegvisarTest
class ComplaintWithoutPowerTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  /** What the reviewer and the County Governor write about the patient. */
  private static final String[] CLINICAL = {
    "Hjelp i kommunen er nok", "Klagar har rett", "Innsyn i heile", "Retten er sett", "Time hos"
  };

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired Documents documents;
  @Autowired ComplaintTrial trial;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nn", "nb", "en"})
  @Requirement({"S37", "E11"})
  void what_goes_on_to_the_county_governor_is_told_without_a_word_of_the_reason(String language) {
    CaseNo caseNo = ofKin("missing", language, missing("no"));

    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));

    assertThat(trial.about(caseNo, "complaint-forwarded")).isEmpty();
    assertThat(only(caseNo, "complaint-reviewed").to()).isEqualTo(To.OTHER);
    assertThat(text(only(caseNo, "complaint-reviewed")))
        .contains("Statsforvalt")
        .doesNotContain(CLINICAL)
        .doesNotContain("kva vi har sendt", "hva vi har sendt", "what we have sent");

    journeys.complete(caseNo, "record-complaint-result", "intake", trial.changed());

    assertThat(trial.about(caseNo, "complaint-outcome")).isEmpty();
    assertThat(trial.about(caseNo, "complaint-reviewed"))
        .hasSize(2)
        .allSatisfy(l -> assertThat(text(l)).doesNotContain(CLINICAL));
  }

  @Test
  @Requirement("E11")
  void what_is_upheld_is_told_without_a_word_of_what_is_done_when_the_power_never_came() {
    CaseNo caseNo = ofKin("missing", "nn", missing("yes"));
    journeys.complete(
        caseNo,
        "obtain-power-of-attorney",
        "intake",
        new Answers().with("came", "no").with("reason", "Pasienten er ikkje å få tak i"));

    journeys.complete(caseNo, "review-complaint", "signer-2", upheld());

    assertThat(trial.about(caseNo, "complaint-outcome")).isEmpty();
    assertThat(text(only(caseNo, "complaint-reviewed")))
        .contains("ikkje send vidare", "skriftleg fullmakt")
        .doesNotContain(CLINICAL)
        .doesNotContain("fullt medhald");
  }

  @Test
  @Requirement("E11")
  void a_power_that_only_the_specialist_finds_missing_is_asked_for_and_reminded_about() {
    CaseNo caseNo = ofKin("given", "nn", missing("yes"));

    assertThat(trial.one(caseNo).state()).isEqualTo(State.WAITS_FOR_POWER);
    List<Letter> received = trial.about(caseNo, "complaint-received");
    assertThat(received).hasSize(2);
    assertThat(received.stream().filter(l -> text(l).contains("Vi treng ei fullmakt"))).hasSize(1);

    harness.fireTimer(caseNo, "BoundaryEvent_PowerOfAttorneyLate");
    harness.runDueJobs(caseNo);
    assertThat(trial.about(caseNo, "complaint-power-reminder")).hasSize(1);
  }

  @Test
  void a_power_that_came_opens_the_reason() {
    CaseNo caseNo = ofKin("missing", "nn", missing("yes"));
    journeys.complete(
        caseNo,
        "obtain-power-of-attorney",
        "intake",
        new Answers().with("came", "yes").with("receivedOn", journeys.day(0)));

    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));

    assertThat(text(only(caseNo, "complaint-forwarded"))).contains("Hjelp i kommunen er nok");
  }

  @Test
  void a_letter_in_english_is_valid_in_norwegian_with_norwegian_days() {
    CaseNo caseNo = journeys.refused();

    journeys.begin(
        caseNo, "register-complaint", "intake", journeys.complaint().with("writtenStandard", "en"));

    // the day stands apart from its sentence in the text of a PDF
    String letter = text(only(caseNo, "complaint-received"));
    int english = letter.indexOf("We have received your complaint");
    assertThat(letter.substring(0, english))
        .contains("Vi fekk klaga", "30. november 2026")
        .doesNotContain("30 November 2026");
    assertThat(letter.substring(english)).contains("We received", "30 November 2026");
  }

  private CaseNo ofKin(String power, String language, Map<String, String> considered) {
    CaseNo caseNo = journeys.refused();
    journeys.begin(
        caseNo,
        "register-complaint",
        "intake",
        journeys.complaintOfKin(power).with("writtenStandard", language));
    Answers answers = trial.considered();
    considered.forEach(answers::with);
    journeys.complete(caseNo, "consider-complaint", "signer-2", answers);
    return caseNo;
  }

  private static Map<String, String> missing(String wait) {
    return Map.of("standing", "missing", "waitForPowerOfAttorney", wait);
  }

  private static Answers upheld() {
    return new Answers()
        .with("reviewOutcome", "upheld")
        .with("reason", "Klagar har rett")
        .with("remedy", "other")
        .with("remedyWords", "Innsyn i heile journalen");
  }

  private Letter only(CaseNo caseNo, String template) {
    List<Letter> letters = trial.about(caseNo, template);
    assertThat(letters).as(template).hasSize(1);
    return letters.get(0);
  }

  private String text(Letter letter) {
    return LetterPaper.text(documents.content(letter.documentId()));
  }
}
