package no.vegvisar.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@link Models} on Camunda 7: one deployment per process with all its forms, constant name and
 * source, so that an unchanged set deploys nothing and a task never lacks its form (decisions 2).
 */
@Component
@Transactional
class CamundaModels implements Models {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ModelTexts texts;
  private final ModelPolicy policy;

  CamundaModels(
      RepositoryService repository, RuntimeService runtime, ModelTexts texts, ModelPolicy policy) {
    this.repository = repository;
    this.runtime = runtime;
    this.texts = texts;
    this.policy = policy;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Version> latest() {
    List<Version> versions = new ArrayList<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionKey()
        .asc()
        .list()
        .forEach(d -> versions.add(version(d)));
    repository
        .createDecisionDefinitionQuery()
        .latestVersion()
        .orderByDecisionDefinitionKey()
        .asc()
        .list()
        .forEach(d -> versions.add(version(d)));
    return versions;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Version> versions(String key) {
    List<Version> versions = new ArrayList<>();
    repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .forEach(d -> versions.add(version(d)));
    repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(key)
        .orderByDecisionDefinitionVersion()
        .desc()
        .list()
        .forEach(d -> versions.add(version(d)));
    return versions;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Version> version(String key, int version) {
    return versions(key).stream().filter(v -> v.version() == version).findFirst();
  }

  private Version version(ProcessDefinition definition) {
    return new Version(
        definition.getKey(),
        "bpmn",
        definition.getVersion(),
        definition.getVersionTag(),
        texts.process(definition.getId()).name(),
        definition.getId(),
        definition.getDeploymentId(),
        deployedAt(definition.getDeploymentId()),
        runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).count());
  }

  private Version version(DecisionDefinition definition) {
    return new Version(
        definition.getKey(),
        "dmn",
        definition.getVersion(),
        definition.getVersionTag(),
        new LocalText(definition.getName(), null, null),
        definition.getId(),
        definition.getDeploymentId(),
        deployedAt(definition.getDeploymentId()),
        0);
  }

  private java.time.Instant deployedAt(String deploymentId) {
    Deployment deployment =
        repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
    return deployment.getDeploymentTime().toInstant();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> source(String key, int version) {
    return version(key, version)
        .map(
            v -> {
              InputStream file =
                  v.kind().equals("bpmn")
                      ? repository.getProcessModel(v.definitionId())
                      : repository.getDecisionModel(v.definitionId());
              return read(file);
            });
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, String> forms(String key, int version) {
    Map<String, String> forms = new LinkedHashMap<>();
    version(key, version)
        .ifPresent(
            v -> {
              for (Resource resource : repository.getDeploymentResources(v.deploymentId())) {
                if (resource.getName().endsWith(".form")) {
                  String name =
                      resource.getName().substring(resource.getName().lastIndexOf('/') + 1);
                  forms.put(
                      name.substring(0, name.length() - ".form".length()),
                      new String(resource.getBytes(), StandardCharsets.UTF_8));
                }
              }
            });
    return forms;
  }

  private static String read(InputStream file) {
    try (file) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Finding> check(Map<String, String> files) {
    return policy.check(files);
  }

  @Override
  public Outcome<Version> deploy(String key, Map<String, String> files, String source) {
    List<Finding> findings = policy.check(files, source);
    if (!findings.isEmpty()) {
      return Outcome.refused(
          findings.stream()
              .map(f -> Refusal.of(f.reasonKey(), f.reasonArgs().toArray()).at(f.elementId()))
              .toArray(Refusal[]::new));
    }
    DeploymentBuilder deployment =
        repository.createDeployment().name(key).source(source).enableDuplicateFiltering(false);
    files.forEach(
        (name, content) ->
            deployment.addInputStream(
                name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    deployment.deploy();
    return Outcome.done(versions(key).get(0));
  }
}
