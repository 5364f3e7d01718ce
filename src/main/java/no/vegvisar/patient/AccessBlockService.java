package no.vegvisar.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Restriction;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AccessBlockService implements AccessBlocks, Restriction {

  private final JdbcClient jdbc;
  private final PersonOfCase cases;
  private final CurrentActor currentActor;
  private final Clock clock;

  AccessBlockService(JdbcClient jdbc, PersonOfCase cases, CurrentActor currentActor, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public UUID block(UUID personId, Target kind, String target, Thing thing) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into access_block (id, person_id, target_kind, target, thing, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            personId,
            kind.name().toLowerCase(Locale.ROOT),
            target,
            thing == null ? null : thing.name(),
            currentActor.get().id().value(),
            now())
        .update();
    return id;
  }

  @Override
  public void lift(UUID blockId) {
    jdbc.sql(
            "update access_block set lifted_at = ?, lifted_by = ? where id = ? and lifted_at is null")
        .params(now(), currentActor.get().id().value(), blockId)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Block> of(UUID personId) {
    return of(Set.of(personId));
  }

  private List<Block> of(Collection<UUID> personIds) {
    return jdbc.sql(
            """
            select id, person_id, target_kind, target, thing, recorded_at from access_block
            where person_id in (:persons) and lifted_at is null order by recorded_at, id
            """)
        .param("persons", personIds)
        .query(
            (row, n) -> {
              String thing = row.getString("thing");
              Timestamp since = row.getTimestamp("recorded_at");
              return new Block(
                  row.getObject("id", UUID.class),
                  row.getObject("person_id", UUID.class),
                  Target.valueOf(row.getString("target_kind").toUpperCase(Locale.ROOT)),
                  row.getString("target"),
                  thing == null ? null : Thing.valueOf(thing),
                  since.toInstant());
            })
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Refusal> against(Actor actor, CaseNo caseNo, Thing thing) {
    return cases
        .personOf(caseNo)
        .filter(person -> of(person).stream().anyMatch(b -> hits(b, actor, thing)))
        .map(person -> Refusal.of("patient.refusal.blocked"));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, Refusal> against(Actor actor, Collection<CaseNo> caseNos, Thing thing) {
    Map<CaseNo, UUID> persons = cases.personsOf(caseNos);
    Map<CaseNo, Refusal> against = new HashMap<>();
    if (persons.isEmpty()) {
      return against;
    }
    Set<UUID> blocked =
        of(Set.copyOf(persons.values())).stream()
            .filter(b -> hits(b, actor, thing))
            .map(Block::personId)
            .collect(Collectors.toSet());
    persons.forEach(
        (caseNo, person) -> {
          if (blocked.contains(person)) {
            against.put(caseNo, Refusal.of("patient.refusal.blocked"));
          }
        });
    return against;
  }

  private static boolean hits(Block block, Actor actor, Thing thing) {
    if (block.thing() != null && block.thing() != thing) {
      return false;
    }
    return switch (block.kind()) {
      case USER -> block.target().equals(actor.id().value());
      case BODY -> block.target().equals(actor.body());
      // a unit is kept out when every role the actor holds is held there
      case UNIT ->
          !actor.held().isEmpty()
              && actor.held().stream().allMatch(h -> h.unit().equals(block.target()));
    };
  }

  private OffsetDateTime now() {
    Instant instant = clock.instant();
    return instant.atOffset(ZoneOffset.UTC);
  }
}
