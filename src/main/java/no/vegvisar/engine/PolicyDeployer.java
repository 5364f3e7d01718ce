package no.vegvisar.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Asks the policy about every new deployment before any part of it is read, whoever deploys and
 * whatever the kind of file. What was deployed before is not asked again: a rule that got stricter
 * must not stop cases that run.
 */
class PolicyDeployer implements Deployer {

  private final ModelPolicy policy;

  PolicyDeployer(ModelPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Map<String, String> files = new LinkedHashMap<>();
    deployment
        .getResources()
        .forEach(
            (name, resource) ->
                files.put(name, new String(resource.getBytes(), StandardCharsets.UTF_8)));
    var findings = policy.check(files, deployment.getSource());
    if (!findings.isEmpty()) {
      throw new ModelRefused(findings);
    }
  }
}
