package no.vegvisar.form;

import java.util.List;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;

/**
 * What a module knows of the case that helps with a task: beans of this type fill the page's right
 * column.
 */
public interface TaskContext {

  boolean concerns(OpenTask task);

  /**
   * Only asked after the task is claimed; what the reader may not see is left out by the module.
   * Never null.
   */
  List<Part> parts(OpenTask task, CaseNo caseNo, Language language);

  /** Papers of the case; never null. */
  default List<Paper> papers(OpenTask task, CaseNo caseNo, Language language) {
    return List.of();
  }

  /**
   * @param heading in the reader's language
   * @param meta when and from whom, or null
   * @param missing what is missing, drawn as a warning list; never null
   * @param more leads to the whole, or null
   */
  record Part(
      String heading, String meta, List<FactView> facts, List<String> missing, LinkView more) {}

  record Paper(String title, String meta, String href) {}
}
