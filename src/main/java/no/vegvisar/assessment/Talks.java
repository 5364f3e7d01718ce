package no.vegvisar.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A talk before the decision (S14), by phone, video or meeting. It stands beside preparing and
 * never blocks it: the assessment goes on whether the patient came or not, a no-show refuses
 * nothing, and the clock runs. A patient may be called again.
 */
@Service
@Transactional
public class Talks {

  private static final Set<String> HOW = Set.of("phone", "video", "meeting");

  /** How a talk that was called went. */
  private static final Set<String> WENT = Set.of("held", "noShow", "notWanted");

  private static final String CALLED = "called";

  private final JdbcClient jdbc;
  private final RightsAssessments assessments;
  private final CaseLedger ledger;
  private final CaseDuties duties;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  Talks(
      JdbcClient jdbc,
      RightsAssessments assessments,
      CaseLedger ledger,
      CaseDuties duties,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.assessments = assessments;
    this.ledger = ledger;
    this.duties = duties;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param how phone, video, meeting
   * @param state called, held, noShow, notWanted
   */
  public record Talk(UUID id, String how, Instant at, String state) {

    public boolean open() {
      return state.equals(CALLED);
    }
  }

  /** All talks of the case, the earliest first. */
  @Transactional(readOnly = true)
  public List<Talk> of(CaseNo caseNo) {
    return jdbc.sql(
            "select id, how, at, state from assessment_talk where case_no = ? order by at, id")
        .param(caseNo.value())
        .query(
            (row, n) ->
                new Talk(
                    row.getObject("id", UUID.class),
                    row.getString("how"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("state")))
        .list();
  }

  /** An assessor of the case, until the decision is signed. */
  @Transactional(readOnly = true)
  public boolean may(CaseNo caseNo) {
    Actor actor = current.get();
    return actor.holds(Role.ASSESSOR)
        && assessments.findById(caseNo.value()).filter(a -> a.signedAt() == null).isPresent()
        && access.decide(caseNo, Thing.CLINICAL_CONTENT).content();
  }

  /**
   * Calls the patient to a talk.
   *
   * @param key of the page: the same key is the same talk
   */
  public Outcome<UUID> call(CaseNo caseNo, String how, Instant at, UUID key) {
    mine(caseNo);
    if (of(caseNo).stream().anyMatch(t -> t.id().equals(key))) {
      return Outcome.done(key);
    }
    if (how == null || !HOW.contains(how)) {
      return Outcome.refused(Refusal.of("assessment.refusal.talk-how").at("how"));
    }
    if (at == null) {
      return Outcome.refused(Refusal.of("assessment.refusal.talk-when").at("at"));
    }
    if (at.isBefore(clock.instant())) {
      return Outcome.refused(Refusal.of("assessment.refusal.talk-past").at("at"));
    }
    jdbc.sql(
            "insert into assessment_talk (id, case_no, how, at, state, called_by, called_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            key,
            caseNo.value(),
            how,
            utc(at),
            CALLED,
            current.get().id().value(),
            utc(clock.instant()))
        .update();
    ledger.append(caseNo, new AssessmentEvent.TalkCalled(key.toString(), how, at.toString()));
    duties.owed(
        new CaseDuties.Duty(
            "talk",
            caseNo,
            Role.ASSESSOR,
            null,
            "assessment.talk.owed",
            OsloTime.dateOf(at),
            "/cases/" + caseNo + "/assessment/talk",
            duty(key),
            true));
    return Outcome.done(key);
  }

  /** How the talk went; a second telling of the same talk changes nothing. */
  public Outcome<UUID> went(CaseNo caseNo, UUID talkId, String state) {
    mine(caseNo);
    if (state == null || !WENT.contains(state)) {
      return Outcome.refused(Refusal.of("assessment.refusal.talk-went").at("went"));
    }
    Talk talk =
        of(caseNo).stream()
            .filter(t -> t.id().equals(talkId))
            .findFirst()
            .orElseThrow(
                () -> new NoAccessException(Refusal.of("assessment.refusal.may-not-talk")));
    if (!talk.open()) {
      return Outcome.done(talkId);
    }
    // one who does not want a talk says so before it; the others are known only afterwards
    if (!state.equals("notWanted") && talk.at().isAfter(clock.instant())) {
      return Outcome.refused(Refusal.of("assessment.refusal.talk-ahead").at("went"));
    }
    jdbc.sql("update assessment_talk set state = ?, told_by = ?, told_at = ? where id = ?")
        .params(state, current.get().id().value(), utc(clock.instant()), talkId)
        .update();
    ledger.append(caseNo, new AssessmentEvent.TalkWent(talkId.toString(), talk.how(), state));
    duties.settled(duty(talkId));
    return Outcome.done(talkId);
  }

  /** The decision is signed, so nobody owes an answer about a talk any more. */
  void overtaken(CaseNo caseNo) {
    of(caseNo).stream().filter(Talk::open).forEach(t -> duties.settled(duty(t.id())));
  }

  private void mine(CaseNo caseNo) {
    ledger.lock(caseNo);
    if (!may(caseNo)) {
      throw new NoAccessException(Refusal.of("assessment.refusal.may-not-talk"));
    }
  }

  private static String duty(UUID talkId) {
    return "talk:" + talkId;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
