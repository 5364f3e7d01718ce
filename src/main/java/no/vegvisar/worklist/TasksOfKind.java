package no.vegvisar.worklist;

import java.util.List;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.WaitingTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link WaitingTasks} from the list. */
@Component
class TasksOfKind implements WaitingTasks {

  private static final int MOST = 200;

  private final WorkItems items;
  private final CurrentActor current;

  TasksOfKind(WorkItems items, CurrentActor current) {
    this.items = items;
    this.current = current;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> ofKind(String elementId) {
    return items.ofKind(current.get(), elementId, MOST).stream()
        .map(
            i ->
                new Waiting(
                    i.id(),
                    new CaseNo(i.caseNo()),
                    i.assignee() == null ? null : new UserId(i.assignee()),
                    i.due(),
                    i.createdAt()))
        .toList();
  }
}
