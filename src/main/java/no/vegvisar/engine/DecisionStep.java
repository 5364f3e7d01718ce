package no.vegvisar.engine;

import java.util.List;
import java.util.Map;

/**
 * What a module brings to a rule task ({@code runDecision}): the facts, read from the domain, and
 * what to do with the answer. One bean per table; facts never become process variables (decisions
 * 3).
 */
public interface DecisionStep {

  /** Key of the table, e.g. referral-routing. */
  String decision();

  /** One map of facts per evaluation; most tables have one, completeness has one per item. */
  List<Map<String, Object>> facts(String caseNo);

  /**
   * Records the answer (ledger: inputs, fired rows, version) and tells the process its code.
   *
   * @return the code for the variable named by the model's {@code result} property, or null for
   *     none
   */
  String decided(String caseNo, List<DecisionTrace> traces);
}
