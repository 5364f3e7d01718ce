package no.vegvisar.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.access.Actor;
import no.vegvisar.access.Restriction;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has stepped back from which case; whoever has, sees nothing of it any more. */
@Repository
class ConflictRows implements Restriction {

  private static final Refusal CLOSED = Refusal.of("casefile.refusal.conflict");

  private final JdbcClient jdbc;

  ConflictRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was new. */
  boolean add(CaseNo caseNo, UserId user, Instant at) {
    return jdbc.sql(
                "insert into case_conflict (case_no, user_id, declared_at) values (?, ?, ?) on conflict do nothing")
            .params(caseNo.value(), user.value(), at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  @Transactional(readOnly = true)
  boolean has(CaseNo caseNo, UserId user) {
    return jdbc.sql("select count(*) from case_conflict where case_no = ? and user_id = ?")
            .params(caseNo.value(), user.value())
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Refusal> against(Actor actor, CaseNo caseNo, Thing thing) {
    return has(caseNo, actor.id()) ? Optional.of(CLOSED) : Optional.empty();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, Refusal> against(Actor actor, Collection<CaseNo> caseNos, Thing thing) {
    Map<CaseNo, Refusal> against = new HashMap<>();
    if (caseNos.isEmpty()) {
      return against;
    }
    List<String> mine =
        jdbc.sql("select case_no from case_conflict where user_id = :me and case_no in (:cases)")
            .param("me", actor.id().value())
            .param("cases", Set.copyOf(caseNos.stream().map(CaseNo::value).toList()))
            .query(String.class)
            .list();
    caseNos.stream().filter(c -> mine.contains(c.value())).forEach(c -> against.put(c, CLOSED));
    return against;
  }
}
