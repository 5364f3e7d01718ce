package no.vegvisar.worklist;

import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseTasks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done next in a case, from the list. */
@Component
class NextTasks implements CaseTasks {

  private final WorkItems items;
  private final Users users;
  private final CurrentActor current;
  private final DeadlineWords words;
  private final MessageSource messages;

  NextTasks(
      WorkItems items,
      Users users,
      CurrentActor current,
      DeadlineWords words,
      MessageSource messages) {
    this.items = items;
    this.users = users;
    this.current = current;
    this.words = words;
    this.messages = messages;
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseTask> next(CaseNo caseNo, Language language) {
    return items.ofCase(caseNo.value()).stream()
        .filter(i -> !i.house())
        .map(i -> task(i, language))
        .toList();
  }

  private CaseTask task(WorkItem item, Language language) {
    return new CaseTask(
        item.id(),
        item.title().in(language),
        who(item, language),
        item.due() == null ? null : words.of(OsloTime.dateOf(item.due()), item.dueKind(), language),
        reachable(item));
  }

  private String who(WorkItem item, Language language) {
    if (item.assignee() != null) {
      return users.displayName(new UserId(item.assignee()));
    }
    return Role.ofCode(item.role())
        .map(r -> messages.getMessage("organisation.role." + r.code(), null, language.locale()))
        .orElse("");
  }

  private boolean reachable(WorkItem item) {
    Actor actor = current.get();
    if (item.assignee() != null) {
      return item.assignee().equals(actor.id().value());
    }
    return Role.ofCode(item.role()).filter(r -> actor.holds(r, item.unit())).isPresent();
  }
}
