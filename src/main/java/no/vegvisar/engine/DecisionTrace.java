package no.vegvisar.engine;

import java.util.List;
import java.util.Map;

/**
 * One evaluation of a decision table.
 *
 * @param decision key of the table
 * @param version version of the deployed definition
 * @param inputs facts as given
 * @param rows outputs of the rows that fired, in order of the hit policy
 * @param rowIds ids of those rows in the table
 */
public record DecisionTrace(
    String decision,
    int version,
    Map<String, Object> inputs,
    List<Map<String, Object>> rows,
    List<String> rowIds) {}
