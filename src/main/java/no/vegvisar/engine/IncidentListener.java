package no.vegvisar.engine;

/**
 * Hears that a job has run out of retries: a timer among them is a lost deadline (decisions 13).
 */
public interface IncidentListener {

  /**
   * @param caseNo business key, or null when it cannot be told
   */
  void outOfRetries(String caseNo, String jobId, String processKey, String elementId);
}
