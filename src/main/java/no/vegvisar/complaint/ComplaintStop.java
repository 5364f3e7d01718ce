package no.vegvisar.complaint;

import java.util.Set;
import java.util.stream.Collectors;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.correspondence.LetterEvents;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * A complaint goes on after death and withdrawal (decisions 30): what it had queued to others than
 * the patient is queued again. A letter of a complaint that does not leave is somebody's work.
 */
@Component
class ComplaintStop implements CaseStop, LetterEvents {

  private static final Set<Outbox.State> ON_ITS_WAY =
      Set.of(Outbox.State.WAITING, Outbox.State.SENDING, Outbox.State.SENT);

  private final Letters letters;
  private final Outbox outbox;
  private final CaseDuties work;

  ComplaintStop(Letters letters, Outbox outbox, CaseDuties work) {
    this.letters = letters;
    this.outbox = outbox;
    this.work = work;
  }

  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    Set<String> leaving =
        outbox.ofCase(caseNo).stream()
            .filter(row -> ON_ITS_WAY.contains(row.state()))
            .map(Outbox.Row::subjectId)
            .collect(Collectors.toSet());
    letters.ofCase(caseNo).stream()
        .filter(ComplaintStop::ofAComplaint)
        .filter(l -> l.state() == Letters.State.QUEUED)
        .filter(l -> !leaving.contains(l.id().toString()))
        .forEach(l -> letters.send(l.id()));
  }

  @Override
  public void failed(Letters.Letter letter) {
    if (ofAComplaint(letter)) {
      work.owed(
          new CaseDuties.Duty(
              "letter-failed",
              letter.caseNo(),
              Role.INTAKE,
              null,
              "correspondence.failed.title",
              null,
              "/cases/" + letter.caseNo() + "/letters",
              "letter-failed:" + letter.id(),
              false));
    }
  }

  private static boolean ofAComplaint(Letters.Letter letter) {
    return letter.to() == Letters.To.OTHER && letter.template().startsWith("complaint-");
  }
}
