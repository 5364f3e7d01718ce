package no.vegvisar.breach;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * A breach ends with its case, unlike a complaint: nobody is found a place for who has died, does
 * not want care here or has another place. What was to go to Helfo and the patient is cancelled;
 * Helfo, when it knows of the patient, is told by the process that nothing more is needed.
 */
@Component
class BreachStop implements CaseStop {

  private final DeadlineBreaches breaches;
  private final BreachSending sending;
  private final Letters letters;
  private final Outbox outbox;
  private final DeadlineClocks clocks;
  private final CaseLedger ledger;
  private final Correlations correlations;
  private final CaseDuties work;
  private final Clock clock;

  BreachStop(
      DeadlineBreaches breaches,
      BreachSending sending,
      Letters letters,
      Outbox outbox,
      DeadlineClocks clocks,
      CaseLedger ledger,
      Correlations correlations,
      CaseDuties work,
      Clock clock) {
    this.breaches = breaches;
    this.sending = sending;
    this.letters = letters;
    this.outbox = outbox;
    this.clocks = clocks;
    this.ledger = ledger;
    this.correlations = correlations;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    String cause = reason.name().toLowerCase(Locale.ROOT);
    for (DeadlineBreach breach : breaches.findByCaseNoOrderByOpenedAt(caseNo.value())) {
      if (!breach.ended()) {
        end(breach, cause);
      } else if (reason == Reason.DIED) {
        // the death has just cancelled what was on its way to Helfo: an own place, or this very
        // message after a withdrawal
        sending.callOffHelfo(breach.id().toString());
      }
    }
  }

  private void end(DeadlineBreach breach, String cause) {
    String id = breach.id().toString();
    breach.stopped(cause, clock.instant());
    outbox.cancel(breach.caseNo(), id, cause);
    letters.ofCase(breach.caseNo()).stream()
        .filter(l -> l.template().equals(BreachSending.NOTICE_LETTER))
        .filter(l -> l.state() == Letters.State.QUEUED)
        .forEach(l -> outbox.cancel(l.caseNo(), l.id().toString(), cause));
    for (String family : List.of("R65", "R67", "T03b", "T03c")) {
      clocks.stop(family, id, clock.instant(), cause);
    }
    toldByHandPerhaps(breach);
    ledger.append(breach.caseNo(), new BreachEvent.Stopped(id, cause));
    correlations.toWaiting(
        BreachSending.STOPPED,
        "breachId",
        id,
        Map.of("helfoNotified", breach.helfoKnows() ? "yes" : "no"));
  }

  /**
   * The notice did not leave, and only the unit leader knows whether Helfo was told another way:
   * then it is called off that way too.
   */
  private void toldByHandPerhaps(DeadlineBreach breach) {
    List<Outbox.Row> failed =
        outbox.ofCase(breach.caseNo()).stream()
            .filter(r -> r.subjectId().equals(breach.id().toString()))
            .filter(r -> r.state() == Outbox.State.FAILED)
            .toList();
    failed.forEach(r -> work.settled(HelfoTransport.failed(r.id())));
    if (!failed.isEmpty() && !breach.helfoKnows()) {
      work.owed(
          new CaseDuties.Duty(
              "helfo-called-off",
              breach.caseNo(),
              Role.UNIT_LEAD,
              null,
              "breach.called-off.title",
              null,
              "/cases/" + breach.caseNo() + "/breach",
              "helfo-called-off:" + breach.id(),
              false));
    }
  }
}
