package no.vegvisar.assessment;

import java.time.Instant;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.correspondence.LetterEvents;
import no.vegvisar.correspondence.Letters.Letter;
import org.springframework.stereotype.Component;

/**
 * Hears what became of the decision letter: sent means told, returned means not told after all
 * (decisions 1.1).
 */
@Component
class DecisionLetterFate implements LetterEvents {

  private final AssessmentDesk desk;
  private final DecisionTold told;
  private final CaseDuties duties;

  DecisionLetterFate(AssessmentDesk desk, DecisionTold told, CaseDuties duties) {
    this.desk = desk;
    this.told = told;
    this.duties = duties;
  }

  @Override
  public void sent(Letter letter) {
    desk.caseOfLetter(letter.id())
        .ifPresent(caseNo -> told.told(caseNo, "letter", letter.sentAt()));
    told.correctionTold(letter.id(), letter.sentAt());
  }

  @Override
  public void toldOtherwise(Letter letter, String how, Instant at) {
    desk.caseOfLetter(letter.id()).ifPresent(caseNo -> told.toldByPerson(caseNo, how, at));
    told.correctionTold(letter.id(), at);
    duties.settled(notTold(letter));
  }

  @Override
  public void returned(Letter letter) {
    desk.caseOfLetter(letter.id()).ifPresent(told::letterReturned);
    correctionDidNotArrive(letter);
  }

  @Override
  public void failed(Letter letter) {
    correctionDidNotArrive(letter);
  }

  /** The patient knows the decision, so no clock runs; that they know the correction is owed. */
  private void correctionDidNotArrive(Letter letter) {
    desk.correctorOf(letter.id())
        .ifPresent(
            corrector ->
                duties.owed(
                    new CaseDuties.Duty(
                        "correction-not-told",
                        letter.caseNo(),
                        null,
                        corrector,
                        "assessment.correction.not-told",
                        null,
                        "/cases/" + letter.caseNo() + "/letters",
                        notTold(letter),
                        false)));
  }

  private static String notTold(Letter letter) {
    return "correction-not-told:" + letter.id();
  }
}
