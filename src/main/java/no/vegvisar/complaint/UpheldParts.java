package no.vegvisar.complaint;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Relations;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was upheld of a complaint whose rest goes to the County Governor. The unit leader owes it
 * beside the process of the complaint, because it is to be done whether the rest is refused,
 * changed or taken back.
 */
@Service
@Transactional
public class UpheldParts {

  private static final int LONGEST = 4000;
  private static final String WHAT = "complaint-upheld-part";

  private final ComplaintDesk desk;
  private final ComplaintRegistrars registrars;
  private final ComplaintClocks clocks;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseDuties work;
  private final CaseAccess access;
  private final Relations relations;
  private final UnitOfRole units;
  private final CurrentActor current;
  private final Clock clock;

  UpheldParts(
      ComplaintDesk desk,
      ComplaintRegistrars registrars,
      ComplaintClocks clocks,
      CaseFiles cases,
      CaseLedger ledger,
      CaseDuties work,
      CaseAccess access,
      Relations relations,
      UnitOfRole units,
      CurrentActor current,
      Clock clock) {
    this.desk = desk;
    this.registrars = registrars;
    this.clocks = clocks;
    this.cases = cases;
    this.ledger = ledger;
    this.work = work;
    this.access = access;
    this.relations = relations;
    this.units = units;
    this.current = current;
    this.clock = clock;
  }

  /** Puts it in the list of the unit leader; nothing when nothing was upheld. */
  void owed(Complaint complaint) {
    if (complaint.partOwed()) {
      work.owed(
          new CaseDuties.Duty(
              "complaint-part",
              complaint.caseNo(),
              Role.UNIT_LEAD,
              null,
              "complaint.upheld-part.title",
              clocks.carryOutBy(),
              link(complaint),
              key(complaint),
              true));
    }
  }

  /** Whether the actor is who owes what was upheld of this complaint, or owed it. */
  boolean may(Complaint complaint) {
    return complaint.upheldInPart()
        && current.get().holds(Role.UNIT_LEAD, unit(complaint.caseNo()));
  }

  /** What is to be done, to who owes it; the look is logged. */
  Complaint open(CaseNo caseNo, UUID id) {
    Complaint complaint = mine(caseNo, id);
    if (complaint.partOwed()) {
      inHand(caseNo, () -> access.open(caseNo, Thing.LETTER, WHAT));
    } else {
      access.open(caseNo, Thing.LETTER, WHAT);
    }
    return complaint;
  }

  /** Where who carries it out comes from: the case where they have it, else their list. */
  public String home(CaseNo caseNo) {
    return registrars.may(cases.get(caseNo)) ? "/cases/" + caseNo + "/complaints" : "/tasks";
  }

  /** Notes what was done; said a second time it is done already. */
  public Outcome<UUID> carriedOut(CaseNo caseNo, UUID id, String done) {
    ledger.lock(caseNo);
    if (!mine(caseNo, id).partOwed()) {
      return Outcome.done(id);
    }
    return inHand(
        caseNo,
        () -> {
          access.require(caseNo, Thing.LETTER);
          return carriedOut(mine(caseNo, id), done);
        });
  }

  private Outcome<UUID> carriedOut(Complaint complaint, String done) {
    if (done == null || done.isBlank()) {
      return Outcome.refused(Refusal.of("complaint.refusal.part-done").at("done"));
    }
    if (done.length() > LONGEST) {
      return Outcome.refused(Refusal.of("complaint.refusal.reason-long", LONGEST).at("done"));
    }
    complaint.partCarriedOut(done.strip(), clock.instant());
    ledger.append(
        complaint.caseNo(),
        new ComplaintEvent.PartCarriedOut(complaint.id().toString(), done.strip()));
    work.settled(key(complaint));
    return Outcome.done(complaint.id());
  }

  Complaint mine(CaseNo caseNo, UUID id) {
    Complaint complaint = desk.onCase(caseNo, id);
    if (!may(complaint)) {
      throw new NoAccessException(Refusal.of("complaint.refusal.not-carrying-out"));
    }
    return complaint;
  }

  /** What is owed is the ground of access while one is at it, and ends with the work (rule 4). */
  private <T> T inHand(CaseNo caseNo, Supplier<T> work) {
    UserId me = current.get().id();
    String key = "complaint-part:" + caseNo + ":" + me.value();
    relations.taskOpened(caseNo, key, Role.UNIT_LEAD, unit(caseNo));
    relations.taskAssigned(key, me);
    try {
      return work.get();
    } finally {
      relations.taskClosed(key);
    }
  }

  private String unit(CaseNo caseNo) {
    return units.unitFor(Role.UNIT_LEAD, caseNo, null);
  }

  static String link(Complaint complaint) {
    return "/cases/" + complaint.caseNo() + "/complaints/" + complaint.id() + "/upheld-part";
  }

  private static String key(Complaint complaint) {
    return "complaint-part:" + complaint.id();
  }
}
