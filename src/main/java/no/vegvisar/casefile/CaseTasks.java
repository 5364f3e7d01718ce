package no.vegvisar.casefile;

import java.util.List;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.DeadlineView;

/** What is to be done next in a case, for its overview; implemented by {@code worklist}. */
public interface CaseTasks {

  /**
   * @param name in the reader's language
   * @param who the assignee's name, else the role's, in the reader's language
   * @param due or null
   * @param reachable whether the current actor may open the task's page
   */
  record CaseTask(String taskId, String name, String who, DeadlineView due, boolean reachable) {}

  /** Open tasks of the case, most urgent first; never null. */
  List<CaseTask> next(CaseNo caseNo, Language language);
}
