package no.vegvisar.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.access.Relations;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CaseFileService implements CaseFiles {

  private final CaseFileRows cases;
  private final CaseMemberRows members;
  private final Ledger ledger;
  private final Relations relations;
  private final OwnCases ownCases;
  private final ObjectProvider<CaseMoves> moves;
  private final Numbers numbers;
  private final Clock clock;

  CaseFileService(
      CaseFileRows cases,
      CaseMemberRows members,
      Ledger ledger,
      Relations relations,
      OwnCases ownCases,
      ObjectProvider<CaseMoves> moves,
      Numbers numbers,
      Clock clock) {
    this.cases = cases;
    this.members = members;
    this.ledger = ledger;
    this.relations = relations;
    this.ownCases = ownCases;
    this.moves = moves;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public CaseNo open(CaseKind kind, String body, String unit, UUID personId) {
    CaseNo caseNo = kind == CaseKind.CLINIC ? numbers.drawCaseNo() : numbers.drawMunicipalCaseNo();
    // written at once: the head of the ledger refers to the row
    CaseFileEntity made =
        cases.saveAndFlush(
            CaseFileEntity.opened(caseNo, kind, body, unit, personId, clock.instant()));
    ledger.begin(caseNo);
    ledger.append(caseNo, new CasefileEvent.CaseOpened(kind.name(), body, unit, made.phase.name()));
    relations.caseInUnit(caseNo, body, unit);
    ownCases.opened(caseNo, body, personId);
    return caseNo;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<CaseSummary> find(CaseNo caseNo) {
    return cases.findById(caseNo.value()).map(CaseFileEntity::view);
  }

  @Override
  @Transactional(readOnly = true)
  public CaseSummary get(CaseNo caseNo) {
    return find(caseNo).orElseThrow(() -> new IllegalArgumentException("no such case"));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, CaseSummary> all(Collection<CaseNo> caseNos) {
    return cases.findAllById(caseNos.stream().map(CaseNo::value).toList()).stream()
        .map(CaseFileEntity::view)
        .collect(Collectors.toMap(CaseSummary::caseNo, file -> file));
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseSummary> ofPerson(UUID personId) {
    return cases.findByPersonIdOrderByOpenedAt(personId).stream()
        .map(CaseFileEntity::view)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseSummary> newest(String body, int most) {
    return cases.findByBodyOrderByOpenedAtDesc(body, Limit.of(most)).stream()
        .map(CaseFileEntity::view)
        .toList();
  }

  @Override
  public void moveTo(CaseNo caseNo, Phase phase) {
    CaseFileEntity file = locked(caseNo);
    if (file.phase != phase) {
      file.phase = phase;
      ledger.append(caseNo, new CasefileEvent.PhaseMoved(phase.name()));
    }
  }

  @Override
  public void moveToUnit(CaseNo caseNo, String unit) {
    CaseFileEntity file = locked(caseNo);
    if (!file.unit.equals(unit)) {
      file.unit = unit;
      ledger.append(caseNo, new CasefileEvent.UnitMoved(file.body, unit));
      relations.caseInUnit(caseNo, file.body, unit);
      moves.orderedStream().forEach(m -> m.moved(caseNo));
    }
  }

  @Override
  public void assign(CaseNo caseNo, Role as, UserId user) {
    locked(caseNo);
    Instant now = clock.instant();
    var present = members.findByCaseNoAndRoleAndUntilAtIsNull(caseNo.value(), as.code());
    if (present.isPresent() && present.get().user().equals(user)) {
      return;
    }
    present.ifPresent(
        before -> {
          before.untilAt = now;
          // out before in: only one member is present in a role
          members.saveAndFlush(before);
          ledger.append(caseNo, new CasefileEvent.MemberLeft(as.code(), before.userId));
          relations.teamMemberLeft(caseNo, before.user(), as);
        });
    members.saveAndFlush(CaseMemberEntity.named(caseNo, as, user, now));
    ledger.append(caseNo, new CasefileEvent.MemberNamed(as.code(), user.value()));
    relations.teamMember(caseNo, user, as);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UserId> member(CaseNo caseNo, Role as) {
    return members
        .findByCaseNoAndRoleAndUntilAtIsNull(caseNo.value(), as.code())
        .map(CaseMemberEntity::user);
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseMember> members(CaseNo caseNo) {
    return members.findByCaseNoOrderByFromAt(caseNo.value()).stream()
        .map(CaseMemberEntity::view)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UserId, Integer> loads(Collection<UserId> users) {
    Map<UserId, Integer> loads = new HashMap<>();
    users.forEach(user -> loads.put(user, 0));
    members
        .openCasesOf(users.stream().map(UserId::value).toList())
        .forEach(load -> loads.put(new UserId(load.getUserId()), load.getOpenCases()));
    return loads;
  }

  @Override
  public void close(CaseNo caseNo, String reason) {
    CaseFileEntity file = locked(caseNo);
    if (file.closedAt != null) {
      return;
    }
    // access of the unit and the team ends 90 days later, for late letters (cast §2.4): see
    // LeaveOldCases
    file.closedAt = clock.instant();
    file.closeReason = reason;
    file.phase = Phase.CLOSED;
    ledger.append(caseNo, new CasefileEvent.CaseClosed(reason));
  }

  @Override
  public void reopen(CaseNo caseNo, Phase phase) {
    CaseFileEntity file = locked(caseNo);
    if (file.closedAt == null) {
      return;
    }
    file.closedAt = null;
    file.closeReason = null;
    file.phase = phase;
    ledger.append(caseNo, new CasefileEvent.CaseReopened(phase.name()));
    relations.caseInUnit(caseNo, file.body, file.unit);
  }

  private CaseFileEntity locked(CaseNo caseNo) {
    ledger.lock(caseNo);
    return cases
        .findById(caseNo.value())
        .orElseThrow(() -> new IllegalArgumentException("no such case"));
  }
}
