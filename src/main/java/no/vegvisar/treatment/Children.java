package no.vegvisar.treatment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Children and siblings under 18 as next of kin (hpl 10a, 10b; S116, S182, S183). They belong to
 * the person, not to the case. Answers are yes, no and unknown; unknown is asked again, and nothing
 * is "no" by default.
 */
@Service
@Transactional
public class Children {

  private final ChildAnswers answers;
  private final ChildRows rows;
  private final ChildDuties duties;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseDuties work;

  Children(
      ChildAnswers answers,
      ChildRows rows,
      ChildDuties duties,
      CaseFiles cases,
      CaseLedger ledger,
      CaseDuties work) {
    this.answers = answers;
    this.rows = rows;
    this.duties = duties;
    this.cases = cases;
    this.ledger = ledger;
    this.work = work;
  }

  /** Asked in full: a yes replaces the list on record, a no ends it, unknown leaves it. */
  void asked(
      CaseNo caseNo,
      String answer,
      List<Child.Named> named,
      boolean talked,
      boolean contact,
      UserId by,
      Instant at) {
    ledger.lock(caseNo);
    UUID person = person(caseNo);
    if (!"unknown".equals(answer)) {
      for (Child before : rows.findByPersonIdAndUntilAtIsNullOrderByBirthYear(person)) {
        before.replaced(at);
        rows.save(before);
      }
    }
    if ("yes".equals(answer)) {
      named.forEach(n -> rows.save(Child.of(person, n, at)));
    }
    answered(caseNo, person, answer, "yes".equals(answer) ? named : List.of(), by, at);
    if (!"no".equals(answer)) {
      attend(caseNo, person, talked, contact, at);
    }
  }

  /** Asked again at an evaluation or at the end; a yes does not shorten the list on record. */
  public void askedAgain(CaseNo caseNo, String answer, UserId by, Instant at) {
    ledger.lock(caseNo);
    UUID person = person(caseNo);
    if ("no".equals(answer)) {
      for (Child before : rows.findByPersonIdAndUntilAtIsNullOrderByBirthYear(person)) {
        before.replaced(at);
        rows.save(before);
      }
    }
    answered(caseNo, person, answer, onRecord(person), by, at);
  }

  private void answered(
      CaseNo caseNo, UUID person, String answer, List<Child.Named> named, UserId by, Instant at) {
    answers.save(ChildAnswer.given(person, caseNo, answer, by, at));
    Optional<ChildDuty> duty = duty(person);
    switch (answer) {
      case "yes" -> {
        ledger.append(caseNo, new TreatmentEvent.ChildrenNamed(new ArrayList<>(named)));
        if (duty.isEmpty()) {
          ChildDuty opened = duties.save(ChildDuty.opened(person, caseNo, at));
          ledger.append(caseNo, new TreatmentEvent.ChildDutyOpened(caseNo.value()));
          work.owed(
              new CaseDuties.Duty(
                  "child-duty",
                  caseNo,
                  Role.THERAPIST,
                  cases.member(caseNo, Role.THERAPIST).orElse(null),
                  "treatment.child-duty.title",
                  null,
                  "/cases/" + caseNo + "/work-up",
                  opened.workKey(),
                  true));
        }
      }
      case "no" -> {
        ledger.append(caseNo, new TreatmentEvent.NoChildren(by.value()));
        duty.ifPresent(
            d -> {
              d.notNeeded(at);
              duties.save(d);
              work.settled(d.workKey());
            });
      }
      default -> ledger.append(caseNo, new TreatmentEvent.ChildrenUnknown(by.value()));
    }
  }

  /**
   * Somebody talked with the patient or told the children's contact; both together settle the duty.
   */
  public void attended(CaseNo caseNo, boolean talked, boolean contact, Instant at) {
    ledger.lock(caseNo);
    attend(caseNo, person(caseNo), talked, contact, at);
  }

  private void attend(CaseNo caseNo, UUID person, boolean talked, boolean contact, Instant at) {
    duty(person)
        .ifPresent(
            d -> {
              if (talked && !d.talked()) {
                ledger.append(caseNo, new TreatmentEvent.ChildTalkedAbout(caseNo.value()));
              }
              if (contact && !d.contactInformed()) {
                ledger.append(caseNo, new TreatmentEvent.ChildrenContactInformed(caseNo.value()));
              }
              boolean settled = d.attended(talked, contact, at);
              duties.save(d);
              if (settled) {
                ledger.append(caseNo, new TreatmentEvent.ChildDutyDone(caseNo.value()));
                work.settled(d.workKey());
              }
            });
  }

  /** yes, no or unknown as last answered for the case's person; empty when nobody has asked. */
  @Transactional(readOnly = true)
  public Optional<String> answer(CaseNo caseNo) {
    return last(caseNo).map(ChildAnswer::answer);
  }

  /** How many are on record; 0 also when a yes named none. */
  @Transactional(readOnly = true)
  public int count(CaseNo caseNo) {
    return onRecord(person(caseNo)).size();
  }

  /**
   * What was last answered, and how many are on record.
   *
   * @param answer yes, no or unknown
   */
  record Known(String answer, int count) {}

  /** The same for many cases at once; one where nobody has asked is left out. */
  @Transactional(readOnly = true)
  Map<CaseNo, Known> known(Collection<CaseNo> caseNos) {
    Map<CaseNo, CaseSummary> files = cases.all(caseNos);
    Set<UUID> persons =
        files.values().stream().map(CaseSummary::personId).collect(Collectors.toSet());
    Map<UUID, String> last = new HashMap<>();
    answers
        .findByPersonIdInOrderByAskedAtAscIdAsc(persons)
        .forEach(a -> last.put(a.personId(), a.answer()));
    Map<UUID, Long> counts =
        rows.findByPersonIdInAndUntilAtIsNull(persons).stream()
            .collect(Collectors.groupingBy(Child::personId, Collectors.counting()));
    Map<CaseNo, Known> known = new HashMap<>();
    files.forEach(
        (caseNo, file) -> {
          if (last.containsKey(file.personId())) {
            known.put(
                caseNo,
                new Known(
                    last.get(file.personId()),
                    counts.getOrDefault(file.personId(), 0L).intValue()));
          }
        });
    return known;
  }

  /** The duty towards a child that is still to be done; empty when there is none. */
  Optional<ChildDuty> openDuty(CaseNo caseNo) {
    return duty(person(caseNo));
  }

  /** Whether the duty towards a child is still to be done. */
  @Transactional(readOnly = true)
  public boolean dutyOpen(CaseNo caseNo) {
    return duty(person(caseNo)).isPresent();
  }

  Optional<ChildAnswer> last(CaseNo caseNo) {
    return answers.findFirstByPersonIdOrderByAskedAtDescIdDesc(person(caseNo));
  }

  List<Child.Named> named(CaseNo caseNo) {
    return onRecord(person(caseNo));
  }

  private List<Child.Named> onRecord(UUID person) {
    return rows.findByPersonIdAndUntilAtIsNullOrderByBirthYear(person).stream()
        .map(Child::named)
        .toList();
  }

  private Optional<ChildDuty> duty(UUID person) {
    return duties.findFirstByPersonIdAndState(person, ChildDuty.State.TO_DO.name());
  }

  private UUID person(CaseNo caseNo) {
    return cases.get(caseNo).personId();
  }
}
