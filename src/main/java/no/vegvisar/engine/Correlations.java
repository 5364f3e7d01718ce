package no.vegvisar.engine;

import java.util.Map;

/**
 * Messages to waiting processes. Nothing is correlated inside the caller's step: a pending row is
 * written in the caller's transaction and a retrying job delivers it after commit (process book §0,
 * §11).
 */
public interface Correlations {

  /** A message to the instance of the case (root), e.g. {@code coordination.request.opened}. */
  void toCase(String message, String caseNo, Map<String, String> variables);

  /**
   * A message to the instance that waits for this id: {@code requestId}, {@code letterId}, {@code
   * groupId}.
   */
  void toWaiting(String message, String idVariable, String id, Map<String, String> variables);

  /**
   * Delivers what is due now; called by the scheduler and, by hand, in tests. Returns how many were
   * settled: caught, or handed to {@link UncaughtMessage} because nobody waits any more; those put
   * off do not count.
   */
  int deliverDue();
}
