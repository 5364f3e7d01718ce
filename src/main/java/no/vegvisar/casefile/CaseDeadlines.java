package no.vegvisar.casefile;

import java.util.List;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.DueView;

/** Running clocks of a case for its overview; implemented by {@code deadline}. */
public interface CaseDeadlines {

  /** Nearest first; never null. */
  List<DueView> running(CaseNo caseNo, Language language);
}
