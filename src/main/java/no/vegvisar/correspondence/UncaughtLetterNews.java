package no.vegvisar.correspondence;

import java.util.Map;
import java.util.UUID;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.engine.UncaughtMessage;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * News of a letter that no process waits for (process book §11): told twice is in the ledger and
 * that is all; a letter that fails when the process has gone on becomes work for intake.
 */
@Component
class UncaughtLetterNews implements UncaughtMessage {

  private final LetterRows letters;
  private final CaseDuties work;

  UncaughtLetterNews(LetterRows letters, CaseDuties work) {
    this.letters = letters;
    this.work = work;
  }

  @Override
  public boolean handles(String message) {
    return message.startsWith("correspondence.");
  }

  @Override
  public void nobodyWaits(
      String message, String caseNoOrNull, String idOrNull, Map<String, String> variables) {
    if (message.equals("correspondence.letter.failed")) {
      letters
          .findById(UUID.fromString(idOrNull))
          .map(letter -> letter.view().caseNo())
          .ifPresent(caseNo -> work.owed(unsent(caseNo, idOrNull)));
    }
  }

  private static CaseDuties.Duty unsent(CaseNo caseNo, String letterId) {
    return new CaseDuties.Duty(
        "letter-failed",
        caseNo,
        Role.INTAKE,
        null,
        "correspondence.failed.title",
        null,
        "/cases/" + caseNo + "/letters",
        "letter-failed:" + letterId,
        false);
  }
}
