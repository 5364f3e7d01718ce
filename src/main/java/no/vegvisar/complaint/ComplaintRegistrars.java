package no.vegvisar.complaint;

import java.util.List;
import java.util.function.Supplier;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Relations;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes in complaints (S37). The post is opened by intake, also when the case has moved to
 * where care is given: the complaint in their hands is the ground then, for as long as the work
 * takes, and it opens number and name and nothing of the case (rule 4; cast §2.2).
 */
@Service
@Transactional
public class ComplaintRegistrars {

  private static final List<Role> MAY = List.of(Role.INTAKE, Role.SIGNER, Role.UNIT_LEAD);

  private final CaseFiles cases;
  private final CaseAccess access;
  private final Relations relations;
  private final UnitOfRole units;
  private final CurrentActor current;

  ComplaintRegistrars(
      CaseFiles cases,
      CaseAccess access,
      Relations relations,
      UnitOfRole units,
      CurrentActor current) {
    this.cases = cases;
    this.access = access;
    this.relations = relations;
    this.units = units;
    this.current = current;
  }

  /** Whether the actor takes in complaints as somebody who has the case; also a closed one. */
  @Transactional(readOnly = true)
  public boolean may(CaseSummary file) {
    Actor actor = current.get();
    return file.kind() == CaseKind.CLINIC
        && MAY.stream().anyMatch(actor::holds)
        && access.decide(file.caseNo(), Thing.CASE_SUMMARY).content();
  }

  /** Whether the actor opens the post, where complaints on all cases of the clinic come in. */
  public boolean opensThePost() {
    return current.get().holds(Role.INTAKE);
  }

  /** Refuses by exception whoever may not take in complaints on this case; writes no log. */
  public CaseSummary require(CaseNo caseNo) {
    return allowed(caseNo, () -> access.require(caseNo, Thing.CASE_SUMMARY));
  }

  /**
   * As {@link #require}, and the look is logged.
   *
   * @param what as in {@link CaseAccess#open}
   */
  public CaseSummary open(CaseNo caseNo, String what) {
    return allowed(caseNo, () -> access.open(caseNo, Thing.CASE_SUMMARY, what));
  }

  private CaseSummary allowed(CaseNo caseNo, Runnable look) {
    CaseSummary file = cases.find(caseNo).orElse(null);
    if (file != null && may(file)) {
      look.run();
    } else if (file != null && atTheDesk(file)) {
      inHand(
          caseNo,
          () -> {
            look.run();
            return file;
          });
    } else {
      access.require(caseNo, Thing.CASE_SUMMARY);
      throw new NoAccessException(Refusal.of("complaint.refusal.may-not"));
    }
    return file;
  }

  private boolean atTheDesk(CaseSummary file) {
    return file.kind() == CaseKind.CLINIC
        && opensThePost()
        && file.body().equals(current.get().body());
  }

  /** Nobody is named as having the task, so it opens the head alone; and it ends with the work. */
  private <T> T inHand(CaseNo caseNo, Supplier<T> work) {
    String key = "complaint:" + caseNo + ":" + current.get().id().value();
    relations.taskOpened(caseNo, key, Role.INTAKE, units.unitFor(Role.INTAKE, caseNo, null));
    try {
      return work.get();
    } finally {
      relations.taskClosed(key);
    }
  }
}
