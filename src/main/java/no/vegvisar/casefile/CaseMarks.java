package no.vegvisar.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.MarkView;

/**
 * What a module wants known about the patient before anything else; shown in the banner of the
 * case.
 */
public interface CaseMarks {

  /**
   * Whose content the reader must be allowed to see; without it the mark is not shown (decisions
   * 27).
   */
  Thing thing();

  /**
   * The marks of many cases at once, as a list of work asks for them; a case without is left out.
   */
  Map<CaseNo, List<MarkView>> marks(Collection<CaseNo> caseNos, Language language);
}
