package no.vegvisar.engine;

import java.util.Map;

/**
 * Evaluates the newest deployed version of a table by an own DMN engine that writes nothing
 * (decisions 3).
 */
public interface DecisionTables {

  DecisionTrace evaluate(String decision, Map<String, Object> facts);
}
