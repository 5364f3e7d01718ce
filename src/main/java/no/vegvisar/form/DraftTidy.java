package no.vegvisar.form;

import java.time.Clock;
import java.time.Duration;
import no.vegvisar.engine.OpenTasks;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Throws away drafts of tasks that are gone, a month after somebody last wrote in them: nobody can
 * open them any more.
 */
@Component
class DraftTidy {

  static final Duration KEPT = Duration.ofDays(30);

  private final StoredDrafts drafts;
  private final OpenTasks tasks;
  private final Clock clock;

  DraftTidy(StoredDrafts drafts, OpenTasks tasks, Clock clock) {
    this.drafts = drafts;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Oslo")
  void tidy() {
    drafts.tasksUntouchedSince(clock.instant().minus(KEPT)).stream()
        .filter(id -> tasks.find(id).isEmpty())
        .forEach(drafts::discardAllOfTask);
  }
}
