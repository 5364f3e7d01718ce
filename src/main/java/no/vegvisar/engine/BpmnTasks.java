package no.vegvisar.engine;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the steps of a diagram need: a form and a role, a step of the catalogue, a table, a process.
 */
final class BpmnTasks {

  private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");
  private static final Pattern RETRIES = Pattern.compile("R([1-9]|10)/PT?[1-9]\\d{0,3}[MHD]");

  private final Catalogue catalogue;
  private final KeptRules kept;
  private final BpmnEvents events;

  BpmnTasks(Catalogue catalogue, KeptRules kept, BpmnEvents events) {
    this.catalogue = catalogue;
    this.kept = kept;
    this.events = events;
  }

  void check(ModelNode root, Set<String> forms, Set<String> roles, Findings findings) {
    root.all("userTask").forEach(task -> userTask(task, forms, roles, findings));
    root.all("serviceTask").forEach(task -> serviceTask(root, task, findings));
    root.all("businessRuleTask").forEach(task -> ruleTask(task, findings));
    root.all("callActivity").forEach(call -> callActivity(call, findings));
  }

  private void userTask(ModelNode task, Set<String> forms, Set<String> roles, Findings findings) {
    if (task.attribute("name").isBlank()) {
      findings.add(task, "no-name");
    }
    String form = task.attribute("camunda:formRef");
    if (form.isBlank()) {
      findings.add(task, "no-form");
    } else if (!forms.contains(form)) {
      findings.add(task, "form-missing", form);
    }
    if (!form.isBlank() && !task.attribute("camunda:formRefBinding").equals("deployment")) {
      findings.add(task, "form-binding");
    }
    String role = task.attribute("camunda:candidateGroups");
    if (role.isBlank()) {
      findings.add(task, "no-role");
    } else if (roles != null && !roles.contains(role)) {
      findings.add(task, "role", role);
    }
    String due = task.attribute("camunda:dueDate");
    if (!due.isEmpty()) {
      events.clock(task, due, Set.of("due"), findings);
    }
    String other = task.property("notSamePersonAs");
    if (!other.isEmpty() && top(task).all("userTask").noneMatch(t -> t.id().equals(other))) {
      findings.add(task, "reference", other);
    }
  }

  private void serviceTask(ModelNode root, ModelNode task, Findings findings) {
    String expression = task.attribute("camunda:delegateExpression");
    String step = KeptRules.step(task);
    if (expression.isBlank()) {
      findings.add(task, "no-step");
    } else if (step.isEmpty()) {
      findings.add(task, "step-not-a-name", expression);
    } else if (!catalogue.isStep(step)) {
      findings.add(task, "unknown-step", step);
    } else if (step.equals("runDecision")) {
      findings.add(task, "rule-task-only");
    }
    if (kept.needsABase(step) && !KeptRules.isGuarded(root, task)) {
      findings.add(task, "legal-base", step);
    }
    String async = task.attribute("camunda:asyncBefore");
    if (!Set.of("", "true", "false").contains(async)) {
      findings.add(task, "value", async, "camunda:asyncBefore");
    }
    task.all("camunda:failedJobRetryTimeCycle")
        .filter(c -> !RETRIES.matcher(c.text()).matches())
        .forEach(c -> findings.add(c, "retries", c.text()));
  }

  private void ruleTask(ModelNode task, Findings findings) {
    if (!Juel.name(task.attribute("camunda:delegateExpression"))
        .filter("runDecision"::equals)
        .isPresent()) {
      findings.add(task, "rule-task");
    }
    if (!BpmnPolicy.KEY.matcher(task.property("decision")).matches()) {
      findings.add(task, "no-decision");
    }
    String result = task.property("result");
    if (!result.isEmpty() && !VARIABLE.matcher(result).matches()) {
      findings.add(task, "variable", result);
    }
  }

  private void callActivity(ModelNode call, Findings findings) {
    if (!BpmnPolicy.KEY.matcher(call.attribute("calledElement")).matches()) {
      findings.add(call, "called-element", call.attribute("calledElement"));
    }
    if (!call.attribute("camunda:calledElementBinding").equals("latest")) {
      findings.add(call, "called-binding");
    }
    boolean businessKey = false;
    boolean caseNo = false;
    for (ModelNode mapping :
        call.all()
            .filter(n -> n.name().equals("camunda:in") || n.name().equals("camunda:out"))
            .toList()) {
      if (!mapping.parent().parent().equals(call)) {
        findings.add(mapping, "element", mapping.name());
      }
      String key = mapping.attribute("businessKey");
      if (!key.isEmpty()) {
        businessKey |= key.equals("${caseNo}");
        if (!key.equals("${caseNo}")) {
          findings.add(call, "business-key", key);
        }
      } else {
        String source = mapping.attribute("source");
        String target = mapping.attribute("target");
        if (!VARIABLE.matcher(source).matches()) {
          findings.add(call, "variable", source);
        }
        if (!VARIABLE.matcher(target).matches()) {
          findings.add(call, "variable", target);
        }
        caseNo |=
            mapping.name().equals("camunda:in")
                && source.equals("caseNo")
                && target.equals("caseNo");
        if (target.equals("caseNo")
            && (!source.equals("caseNo") || mapping.name().equals("camunda:out"))) {
          findings.add(call, "case-number");
        }
      }
    }
    if (!businessKey || !caseNo) {
      findings.add(call, "case-number");
    }
  }

  private static ModelNode top(ModelNode node) {
    ModelNode at = node;
    while (at.parent() != null) {
      at = at.parent();
    }
    return at;
  }
}
