package no.vegvisar.casefile;

import java.util.List;
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

  /** Never null. */
  List<MarkView> marks(CaseNo caseNo, Language language);
}
