package no.vegvisar.casefile;

import java.util.List;
import java.util.Locale;
import no.vegvisar.ui.LinkView;

/**
 * What the reader may begin from the overview of a case beside its tasks, also when the case is
 * closed; each module brings its own as a bean.
 */
public interface CaseActions {

  /** Never null; empty when this reader may begin nothing of it on this case. */
  List<LinkView> of(CaseSummary file, Locale locale);
}
