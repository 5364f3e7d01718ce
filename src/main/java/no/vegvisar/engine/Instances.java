package no.vegvisar.engine;

import java.util.Map;

/**
 * Starting root processes. Everything else about a running process is told by {@link Correlations}.
 */
public interface Instances {

  /**
   * Starts by message in the caller's transaction; sets the variable caseNo and the business key.
   *
   * @return id of the process instance
   */
  String start(String message, String caseNo, Map<String, String> variables);

  /** Whether a root instance of this case still runs. */
  boolean isRunning(String caseNo);

  /**
   * Moves the due date of the timers and tasks of the case that name this clock's rule (decisions
   * 11).
   */
  void clockMoved(String caseNo);
}
