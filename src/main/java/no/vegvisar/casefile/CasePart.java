package no.vegvisar.casefile;

import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;

/**
 * One part of the case page, at {@code /cases/{caseNo}/{key}}; each module brings its own as a
 * bean.
 */
public interface CasePart {

  /** Word in the address and the message {@code casefile.part.<key>}. */
  String key();

  /** Place in the side list, 10, 20, 30 … */
  int order();

  /** What the reader must be allowed to see. */
  Thing thing();

  /** Name of the icon in the sprite. */
  String icon();

  /** Whether this kind of case has the part. */
  boolean concerns(CaseSummary caseSummary);

  /** Template with a fragment {@code part}, e.g. {@code treatment/plan}. */
  String template();

  /** What the template shows; called after access was opened and logged. */
  Map<String, Object> model(CaseNo caseNo);
}
