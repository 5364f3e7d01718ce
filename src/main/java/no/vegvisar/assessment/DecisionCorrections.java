package no.vegvisar.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right a decision letter that has reached the patient with a mistake in it. A signer, or who
 * stands in, writes what is right and why; a new letter names the one it replaces, and both are
 * kept. The decision stands: outcome, levels and the binding deadline are not words of a letter,
 * and another decision is taken after a complaint. The assessment clock stopped when the patient
 * was told and stays so.
 */
@Service
@Transactional
public class DecisionCorrections {

  private static final Map<String, Integer> LONGEST =
      Map.of("why", 1000, "reason", 4000, "elsewhere", 4000, "place", 120, "placeDiffers", 4000);

  private final RightsAssessments assessments;
  private final Correctors correctors;
  private final DecisionLetters decisionLetters;
  private final Letters letters;
  private final ReferrerAnswers answers;
  private final CaseLedger ledger;
  private final CurrentActor current;
  private final Clock clock;

  DecisionCorrections(
      RightsAssessments assessments,
      Correctors correctors,
      DecisionLetters decisionLetters,
      Letters letters,
      ReferrerAnswers answers,
      CaseLedger ledger,
      CurrentActor current,
      Clock clock) {
    this.assessments = assessments;
    this.correctors = correctors;
    this.decisionLetters = decisionLetters;
    this.letters = letters;
    this.answers = answers;
    this.ledger = ledger;
    this.current = current;
    this.clock = clock;
  }

  /**
   * The words of the letter as they should have been.
   *
   * @param elsewhere care that is enough, or what the advice is about; null for other outcomes
   * @param place null unless the right is granted or another place takes the case
   * @param firstAppointment or null
   * @param why what was wrong; the patient reads it
   */
  public record Correction(
      String reason,
      String elsewhere,
      String place,
      String placeDiffers,
      Instant firstAppointment,
      String why) {}

  /**
   * What a correction starts from.
   *
   * @param version of the assessment that was read
   */
  public record Standing(String outcome, Correction words, long version) {}

  /** Whether the actor could correct the letter of any case; refuses everybody else. */
  public void requireCorrector() {
    if (!correctors.mayEver()) {
      throw new NoAccessException(Refusal.of("assessment.refusal.may-not-correct"));
    }
  }

  /** Whether the actor may correct the letter of this case now. */
  @Transactional(readOnly = true)
  public boolean may(CaseNo caseNo) {
    return assessments.findById(caseNo.value()).filter(correctors::may).isPresent();
  }

  /** What stands now; empty when there is nothing to correct or not by this actor. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(CaseNo caseNo) {
    return assessments
        .findById(caseNo.value())
        .filter(correctors::may)
        .map(
            a ->
                new Standing(
                    a.outcome(),
                    new Correction(
                        a.reason(),
                        a.elsewhere(),
                        a.place(),
                        a.placeDiffers(),
                        a.firstAppointment(),
                        null),
                    a.version()));
  }

  /** The corrected letter as the patient would get it; nothing is stored. */
  @Transactional(readOnly = true)
  public byte[] preview(CaseNo caseNo, Correction correction) {
    RightsAssessment assessment = mine(caseNo);
    return letters.previewReplacement(
        assessment.validLetter(),
        decisionLetters.toPatient(assessment.with(correction, current.get().id())),
        correction.why() == null ? "" : correction.why());
  }

  /**
   * Writes and sends the corrected letter, and the corrected answer to every sender who got the
   * words of the first.
   *
   * @param version of the assessment the correction was written from
   * @param key of the page: the same key is the same correction
   * @return id of the new letter to the patient
   */
  public Outcome<UUID> correct(CaseNo caseNo, Correction correction, long version, UUID key) {
    ledger.lock(caseNo);
    RightsAssessment assessment = mine(caseNo);
    return correctors.acting(assessment, () -> correct(assessment, correction, version, key));
  }

  private Outcome<UUID> correct(
      RightsAssessment assessment, Correction correction, long version, UUID key) {
    CaseNo caseNo = assessment.caseNo();
    if (letters.ofCase(caseNo).stream().anyMatch(l -> l.id().equals(key))) {
      return Outcome.done(key);
    }
    List<Refusal> refusals = refusals(assessment, correction, version);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    UUID replaced = assessment.validLetter();
    assessment.corrected(correction, current.get().id());
    UUID toPatient =
        letters.replace(replaced, key, decisionLetters.toPatient(assessment), correction.why());
    assessment.correctionWritten(toPatient, answers.correct(assessment, correction.why()));
    ledger.append(
        caseNo,
        new AssessmentEvent.Corrected(
            correction.reason(),
            correction.elsewhere(),
            correction.place(),
            correction.placeDiffers(),
            correction.firstAppointment() == null ? null : correction.firstAppointment().toString(),
            correction.why(),
            toPatient.toString(),
            replaced.toString()));
    letters.send(toPatient);
    return Outcome.done(toPatient);
  }

  private List<Refusal> refusals(RightsAssessment assessment, Correction correction, long version) {
    List<Refusal> refusals = new ArrayList<>();
    if (version != assessment.version()) {
      refusals.add(Refusal.of("assessment.refusal.corrected-meanwhile"));
    }
    required(refusals, "why", correction.why());
    required(refusals, "reason", correction.reason());
    if (assessment.outcome().equals("refused")) {
      required(refusals, "elsewhere", correction.elsewhere());
    }
    if (assessment.outcome().equals("granted")) {
      required(refusals, "place", correction.place());
    }
    fits(refusals, "why", correction.why());
    fits(refusals, "reason", correction.reason());
    fits(refusals, "elsewhere", correction.elsewhere());
    fits(refusals, "place", correction.place());
    fits(refusals, "placeDiffers", correction.placeDiffers());
    Instant appointment = correction.firstAppointment();
    boolean moved = appointment != null && !appointment.equals(assessment.firstAppointment());
    if (moved && appointment.isBefore(clock.instant())) {
      refusals.add(Refusal.of("assessment.refusal.appointment-past").at("firstAppointment"));
    } else if (moved
        && assessment.deadline() != null
        && OsloTime.dateOf(appointment).isAfter(assessment.deadline())) {
      refusals.add(
          Refusal.of("assessment.refusal.appointment-after-deadline").at("firstAppointment"));
    }
    return refusals;
  }

  private static void required(List<Refusal> refusals, String field, String text) {
    if (text == null || text.isBlank()) {
      refusals.add(Refusal.of("assessment.refusal.correction-" + field).at(field));
    }
  }

  private static void fits(List<Refusal> refusals, String field, String text) {
    if (text != null && text.length() > LONGEST.get(field)) {
      refusals.add(Refusal.of("assessment.refusal.correction-long", LONGEST.get(field)).at(field));
    }
  }

  /** Opens what the letter says to who may correct it; the look is logged. */
  public void open(CaseNo caseNo, String what) {
    correctors.open(mine(caseNo), what);
  }

  private RightsAssessment mine(CaseNo caseNo) {
    return assessments
        .findById(caseNo.value())
        .filter(correctors::may)
        .orElseThrow(() -> new NoAccessException(Refusal.of("assessment.refusal.may-not-correct")));
  }
}
