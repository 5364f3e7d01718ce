package no.vegvisar.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.DueView;

/** Running clocks of a case for its overview; implemented by {@code deadline}. */
public interface CaseDeadlines {

  /** Nearest first; never null. */
  List<DueView> running(CaseNo caseNo, Language language);

  /** Those of many cases at once, as a list asks for them; a case without is left out. */
  Map<CaseNo, List<DueView>> running(Collection<CaseNo> caseNos, Language language);

  /** Last day of the nearest clock that the law sets; empty when none runs. */
  Optional<LocalDate> byLaw(CaseNo caseNo);
}
