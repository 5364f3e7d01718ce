package no.vegvisar.worklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Relations;
import no.vegvisar.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredHouseWork implements HouseWork {

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final CurrentActor current;
  private final Relations relations;
  private final Clock clock;

  StoredHouseWork(
      JdbcClient jdbc, WorkItems items, CurrentActor current, Relations relations, Clock clock) {
    this.jdbc = jdbc;
    this.items = items;
    this.current = current;
    this.relations = relations;
    this.clock = clock;
  }

  @Override
  public UUID add(Item item) {
    UUID id = Ids.next();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into work_item
              (id, source, kind, work_key, case_no, role, unit, assignee, title_en, title_nn, title_nb, due, link, by_cause, created_at, changed_at)
            values (:id, 'house', :kind, :key, :case, :role, :unit, :assignee, :en, :nn, :nb, :due, :link, :byCause, :now, :now)
            on conflict (work_key) do nothing
            """)
        .param("id", id.toString())
        .param("kind", item.kind())
        .param("key", item.key())
        .param("case", item.caseNo() == null ? null : item.caseNo().value())
        .param("role", item.role() == null ? null : item.role().code())
        .param("unit", item.unit())
        .param("assignee", item.assignee() == null ? null : item.assignee().value())
        .param("en", item.title().en())
        .param("nn", item.title().nn())
        .param("nb", item.title().nb())
        .param("due", item.due() == null ? null : item.due().atOffset(ZoneOffset.UTC))
        .param("link", item.link())
        .param("byCause", item.byCause())
        .param("now", now)
        .update();
    if (item.caseNo() != null && item.role() != null && item.unit() != null) {
      // whoever is asked to see to a case may open its head
      find(item.key()).ifPresent(open -> tie(item, open));
    }
    return find(item.key()).orElse(id);
  }

  private void tie(Item item, UUID id) {
    relations.taskOpened(item.caseNo(), id.toString(), item.role(), item.unit());
    relations.taskAssigned(id.toString(), item.assignee());
  }

  private Optional<UUID> find(String key) {
    return jdbc.sql("select id from work_item where work_key = :key")
        .param("key", key)
        .query(String.class)
        .optional()
        .map(UUID::fromString);
  }

  @Override
  public void done(UUID id) {
    int mine =
        jdbc.sql(
                "update work_item set assignee = :me where id = :id and source = 'house' and not by_cause")
            .param("me", current.get().id().value())
            .param("id", id.toString())
            .update();
    if (mine == 1) {
      items.close(id.toString(), true, clock.instant().atOffset(ZoneOffset.UTC));
      relations.taskClosed(id.toString());
    }
  }

  @Override
  public void doneByKey(String key) {
    find(key).ifPresent(id -> relations.taskClosed(id.toString()));
    jdbc.sql("delete from work_item where work_key = :key and source = 'house'")
        .param("key", key)
        .update();
  }
}
