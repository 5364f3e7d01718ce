package no.vegvisar.assessment;

import java.time.Clock;
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
  private final Clock clock;

  DecisionLetterFate(AssessmentDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void sent(Letter letter) {
    desk.caseOfLetter(letter.id())
        .ifPresent(caseNo -> desk.told(caseNo, "letter", clock.instant()));
  }

  @Override
  public void returned(Letter letter) {
    desk.caseOfLetter(letter.id()).ifPresent(desk::letterReturned);
  }
}
