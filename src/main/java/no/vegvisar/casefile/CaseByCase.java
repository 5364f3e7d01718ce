package no.vegvisar.casefile;

import java.util.List;
import java.util.function.Consumer;
import no.vegvisar.kernel.CaseNo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A round over many cases in which each stands alone: one that fails is logged, by number and kind
 * of fault only, and tried again in the next round; it never keeps the others from being seen to.
 */
public final class CaseByCase {

  private static final Logger LOG = LoggerFactory.getLogger(CaseByCase.class);

  private CaseByCase() {}

  public static void go(String round, List<CaseNo> cases, Consumer<CaseNo> one) {
    for (CaseNo caseNo : cases) {
      try {
        one.accept(caseNo);
      } catch (RuntimeException e) {
        // the exception's text may quote a value
        LOG.error("{}: case {} failed: {}", round, caseNo, e.getClass().getName());
      }
    }
  }
}
