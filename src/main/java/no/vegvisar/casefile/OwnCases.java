package no.vegvisar.casefile;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.StaffIdentities;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.NationalId;
import no.vegvisar.patient.Patients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member of the staff who is a patient in the own clinic (edge 14): their case is shut for them,
 * and the head of the unit, or the signers when it is the head, are told to see to who works on it.
 * It rests on a number that the member has told of themselves; of relatives nobody knows, they step
 * back.
 */
@Service
@Transactional
public class OwnCases {

  private final StaffIdentities identities;
  private final Users users;
  private final Patients patients;
  private final CaseFileRows cases;
  private final ConflictRows rows;
  private final CaseLedger ledger;
  private final CurrentActor current;
  private final ObjectProvider<OpenTasks> tasks;
  private final ObjectProvider<CaseDuties> duties;
  private final Clock clock;

  OwnCases(
      StaffIdentities identities,
      Users users,
      Patients patients,
      CaseFileRows cases,
      ConflictRows rows,
      CaseLedger ledger,
      CurrentActor current,
      ObjectProvider<OpenTasks> tasks,
      ObjectProvider<CaseDuties> duties,
      Clock clock) {
    this.identities = identities;
    this.users = users;
    this.patients = patients;
    this.cases = cases;
    this.rows = rows;
    this.ledger = ledger;
    this.current = current;
    this.tasks = tasks;
    this.duties = duties;
    this.clock = clock;
  }

  /** Whether the current actor has told their own number. */
  @Transactional(readOnly = true)
  public boolean told() {
    return identities.has(current.get().id());
  }

  /** Whether this installation keeps such numbers. */
  public boolean kept() {
    return identities.kept();
  }

  /**
   * The current actor tells their own number; cases on that person in their own body are shut for
   * them. Told twice it is kept once; a later number changes nothing and is refused.
   */
  public List<Refusal> tell(String typed) {
    NationalId id = NationalId.read(typed);
    if (!id.holds()) {
      return List.of(Refusal.of("casefile.own-number.refusal.fails").at("number"));
    }
    UserId me = current.get().id();
    if (!identities.register(me, id.digits())) {
      return identities.of(id.digits()).contains(me)
          ? List.of()
          : List.of(Refusal.of("casefile.own-number.refusal.told"));
    }
    patients
        .find(current.get().body(), id.digits())
        .ifPresent(
            person ->
                cases.findByPersonIdOrderByOpenedAt(person.id()).stream()
                    .map(CaseFileEntity::view)
                    .filter(CaseSummary::open)
                    .forEach(file -> shut(file.caseNo(), me)));
    return List.of();
  }

  /** A case has been opened: is it on one of the staff? */
  void opened(CaseNo caseNo, String body, UUID personId) {
    if (!identities.kept()) {
      return;
    }
    identities.of(patients.get(personId).nationalId()).stream()
        .filter(user -> users.byId(user).map(User::body).filter(body::equals).isPresent())
        .forEach(user -> shut(caseNo, user));
  }

  private void shut(CaseNo caseNo, UserId user) {
    ledger.lock(caseNo);
    List<String> mine =
        tasks.getObject().ofCase(caseNo.value()).stream()
            .filter(t -> user.value().equals(t.assignee()))
            .map(OpenTask::taskId)
            .toList();
    if (!rows.shut(caseNo, user, clock.instant())) {
      return;
    }
    mine.forEach(task -> tasks.getObject().assign(task, null));
    ledger.append(caseNo, new CasefileEvent.ShutForOne(user.value()));
    duties
        .getObject()
        .owed(
            new CaseDuties.Duty(
                "own-case",
                caseNo,
                leads(user) ? Role.SIGNER : Role.UNIT_LEAD,
                null,
                "casefile.own-case.title",
                null,
                "/cases/" + caseNo + "/overview",
                "own-case:" + caseNo + ":" + user,
                false));
  }

  /** A head of a unit who is the patient is not the one who is told. */
  private boolean leads(UserId user) {
    return users.byId(user).stream()
        .flatMap(u -> u.grants().stream())
        .anyMatch(grant -> grant.role() == Role.UNIT_LEAD);
  }
}
