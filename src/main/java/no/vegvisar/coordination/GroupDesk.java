package no.vegvisar.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.patient.LegalBases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The person's responsibility group (S98, S171): opened on consent, members by the patient's wish,
 * each with a base of its own. Voluntary; consent comes first (pathway-facts §5).
 */
@Service
@Transactional
public class GroupDesk {

  static final String PURPOSE = "responsibility-group";

  private final GroupRows groups;
  private final GroupMemberRows members;
  private final RequestRows requests;
  private final LegalBases bases;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Correlations correlations;
  private final GroupWork work;
  private final Relations relations;
  private final DeadlineClocks clocks;
  private final Clock clock;

  GroupDesk(
      GroupRows groups,
      GroupMemberRows members,
      RequestRows requests,
      LegalBases bases,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Correlations correlations,
      GroupWork work,
      Relations relations,
      DeadlineClocks clocks,
      Clock clock) {
    this.groups = groups;
    this.members = members;
    this.requests = requests;
    this.bases = bases;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.correlations = correlations;
    this.work = work;
    this.relations = relations;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * Opens the person's group, or joins the one that exists.
   *
   * @return id of the group, or empty when no consent to a group is on record: nothing is done then
   */
  public Optional<String> open(CaseNo caseNo) {
    ledger.lock(caseNo);
    CaseSummary file = cases.get(caseNo);
    Optional<GroupEntities.Group> existing = groups.findByPersonIdAndEndedAtIsNull(file.personId());
    if (existing.isPresent() && existing.get().caseNo.equals(caseNo.value())) {
      return Optional.of(existing.get().id.toString());
    }
    if (bases.standing(file.personId(), RequestDesk.MUNICIPALITY, null, PURPOSE).isEmpty()) {
      ledger.append(
          caseNo,
          new CoordinationEvent.NotSent(PURPOSE, RequestDesk.MUNICIPALITY, null, "no-consent"));
      return Optional.empty();
    }
    GroupEntities.Group group =
        existing.orElseGet(
            () -> {
              var fresh = new GroupEntities.Group();
              fresh.id = Ids.next();
              fresh.personId = file.personId();
              fresh.caseNo = caseNo.value();
              fresh.openedAt = clock.instant();
              return groups.save(fresh);
            });
    ledger.append(
        caseNo, new CoordinationEvent.GroupOpened(group.id.toString(), existing.isPresent()));
    pathway.groupOpened(caseNo, group.id.toString());
    return Optional.of(group.id.toString());
  }

  List<Refusal> invite(Submission form, String groupId) {
    GroupEntities.Group group = row(groupId);
    Instant first = form.instant("firstMeeting").orElseThrow();
    if (first.isBefore(clock.instant())) {
      return List.of(Refusal.of("coordination.refusal.meeting-past").at("firstMeeting"));
    }
    if (form.rows("members").isEmpty()) {
      return List.of(Refusal.of("coordination.refusal.no-members").at("members"));
    }
    List<String> who = new ArrayList<>();
    for (JsonNode row : form.rows("members")) {
      add(
          group,
          row.path("who").asText(),
          row.path("name").asText(null),
          row.path("base").asText("none"),
          row.path("gets").asText("full"));
      who.add(row.path("who").asText());
    }
    group.nextMeeting = first;
    group.place = form.text("place");
    clocks.startUntil("R10", groupId, form.caseNo(), OsloTime.dateOf(first));
    ledger.append(
        form.caseNo(), new CoordinationEvent.MembersInvited(groupId, who, first.toString()));
    return List.of();
  }

  private void add(GroupEntities.Group group, String who, String name, String base, String gets) {
    var member = new GroupEntities.Member();
    member.id = Ids.next();
    member.groupId = group.id;
    member.who = who;
    member.name = name;
    member.base = base;
    member.gets = gets;
    if (who.equals("therapist")) {
      cases
          .member(new CaseNo(group.caseNo), Role.THERAPIST)
          .ifPresent(u -> member.userId = u.value());
    }
    members.save(member);
    if (who.equals("municipality")) {
      requests.findByCaseNoOrderBySentAt(group.caseNo).stream()
          .filter(r -> r.coordinatorUser != null && r.endedHow == null)
          .findFirst()
          .ifPresent(
              r -> coordinatorNamed(new CaseNo(group.caseNo), new UserId(r.coordinatorUser)));
    }
  }

  /**
   * The municipality's coordinator joins as its member, when the patient wants the municipality in
   * the group.
   */
  public void coordinatorNamed(CaseNo caseNo, UserId coordinator) {
    groups
        .findByPersonIdAndEndedAtIsNull(cases.get(caseNo).personId())
        .ifPresent(
            group -> {
              var seat =
                  members.findByGroupIdAndUntilIsNullOrderById(group.id).stream()
                      .filter(m -> m.who.equals("municipality"))
                      .findFirst();
              if (seat.isPresent() && !seat.get().base.equals("none")) {
                seat.get().userId = coordinator.value();
                relations.special(
                    new CaseNo(group.caseNo), coordinator, "group-member", group.id.toString());
              }
            });
  }

  /** Ends it: nobody is its member by it any more. */
  void end(GroupEntities.Group group, String reason) {
    group.endedAt = clock.instant();
    relations.specialEnded("group-member", group.id.toString());
    work.ended(group.id);
    ledger.append(
        new CaseNo(group.caseNo), new CoordinationEvent.GroupEnded(group.id.toString(), reason));
    // ended by its own task, the process is over before this comes, and nobody waits for it
    correlations.toWaiting("coordination.group.ended", "groupId", group.id.toString(), Map.of());
  }

  boolean isOpenFor(CaseNo caseNo) {
    return groups.findByCaseNoOrderByOpenedAtDesc(caseNo.value()).stream()
        .anyMatch(g -> g.endedAt == null);
  }

  void consentWithdrawn(CaseNo caseNo) {
    groups.findByCaseNoOrderByOpenedAtDesc(caseNo.value()).stream()
        .filter(g -> g.endedAt == null)
        .forEach(g -> end(g, "consent-withdrawn"));
  }

  Optional<GroupEntities.Group> find(UUID groupId) {
    return groups.findById(groupId);
  }

  GroupEntities.Group row(String groupId) {
    return groups
        .findById(UUID.fromString(groupId))
        .orElseThrow(() -> new IllegalStateException("no group " + groupId));
  }

  Optional<GroupEntities.Group> ofCase(CaseNo caseNo) {
    return groups.findByCaseNoOrderByOpenedAtDesc(caseNo.value()).stream().findFirst();
  }

  List<GroupEntities.Member> membersOf(UUID groupId) {
    return members.findByGroupIdAndUntilIsNullOrderById(groupId);
  }
}
