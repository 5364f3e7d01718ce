package no.vegvisar.engine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Tables of the repository on a DMN engine of their own: the process engine's history never sees a
 * fact (decisions 3).
 */
@Component
class OwnDecisionTables implements DecisionTables {

  private final RepositoryService repository;
  private final ThreadLocal<List<DmnEvaluatedDecisionRule>> fired =
      ThreadLocal.withInitial(ArrayList::new);
  private final DmnEngine engine;
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  OwnDecisionTables(RepositoryService repository) {
    this.repository = repository;
    var configuration =
        (DefaultDmnEngineConfiguration)
            DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(event -> fired.get().addAll(event.getMatchingRules()));
    this.engine = configuration.buildEngine();
  }

  @Override
  public DecisionTrace evaluate(String decision, Map<String, Object> facts) {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(decision)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException("no decision table " + decision);
    }
    DmnDecision table = parsed.computeIfAbsent(definition.getId(), id -> parse(definition));
    fired.get().clear();
    engine.evaluateDecisionTable(table, facts);
    List<Map<String, Object>> rows = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (DmnEvaluatedDecisionRule rule : fired.get()) {
      Map<String, Object> row = new LinkedHashMap<>();
      rule.getOutputEntries()
          .forEach(
              (name, output) ->
                  row.put(
                      output.getOutputName() == null ? name : output.getOutputName(),
                      output.getValue().getValue()));
      rows.add(row);
      ids.add(rule.getId());
    }
    fired.remove();
    return new DecisionTrace(
        decision, definition.getVersion(), new LinkedHashMap<>(facts), rows, ids);
  }

  private DmnDecision parse(DecisionDefinition definition) {
    try (InputStream xml = repository.getDecisionModel(definition.getId())) {
      return engine.parseDecision(definition.getKey(), xml);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
