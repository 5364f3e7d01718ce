package no.vegvisar.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the remedy instead of a stack trace when the embedded database cannot start. */
class DatabaseTroubleAnalyzer extends AbstractFailureAnalyzer<DatabaseTrouble> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseTrouble cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
