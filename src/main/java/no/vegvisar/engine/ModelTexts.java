package no.vegvisar.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.kernel.LocalText;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Names, documentation and properties of a deployed model's elements, read once per definition. */
@Component
class ModelTexts {

  private static final Pattern DUE = Pattern.compile("deadlines\\.due\\('([A-Za-z0-9]+)'");

  /**
   * @param properties camunda:properties, with {@code dueRule} added where the due date asks a
   *     clock
   */
  record Info(LocalText name, LocalText documentation, Map<String, String> properties) {
    static final Info NONE =
        new Info(new LocalText("", null, null), new LocalText("", null, null), Map.of());
  }

  private final RepositoryService repository;
  private final Map<String, Map<String, Info>> cache = new ConcurrentHashMap<>();

  ModelTexts(RepositoryService repository) {
    this.repository = repository;
  }

  /** One element of a definition; its id as name when it has none. */
  Info element(String definitionId, String elementId) {
    return of(definitionId)
        .getOrDefault(
            elementId,
            new Info(new LocalText(elementId, null, null), Info.NONE.documentation(), Map.of()));
  }

  /** The process itself. */
  Info process(String definitionId) {
    return of(definitionId).getOrDefault("", Info.NONE);
  }

  private Map<String, Info> of(String definitionId) {
    Map<String, Info> known = cache.get(definitionId);
    if (known == null) {
      known = read(repository.getBpmnModelInstance(definitionId), definitionId);
      cache.put(definitionId, known);
    }
    return known;
  }

  private static Map<String, Info> read(BpmnModelInstance model, String definitionId) {
    String key = definitionId.substring(0, definitionId.indexOf(':'));
    Map<String, Info> infos = new HashMap<>();
    for (Process process : model.getModelElementsByType(Process.class)) {
      if (process.getId().equals(key)) {
        infos.put("", info(process, process.getName()));
      }
    }
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      infos.put(element.getId(), info(element, element.getName()));
    }
    return infos;
  }

  private static Info info(BaseElement element, String name) {
    Map<String, String> properties = new HashMap<>();
    if (element.getExtensionElements() != null) {
      for (var group :
          element
              .getExtensionElements()
              .getElementsQuery()
              .filterByType(CamundaProperties.class)
              .list()) {
        for (CamundaProperty property : group.getCamundaProperties()) {
          properties.put(property.getCamundaName(), property.getCamundaValue());
        }
      }
    }
    if (element instanceof UserTask task && task.getCamundaDueDate() != null) {
      Matcher due = DUE.matcher(task.getCamundaDueDate());
      if (due.find()) {
        properties.put("dueRule", due.group(1));
      }
    }
    String documentation =
        element.getDocumentations().stream()
            .map(Documentation::getTextContent)
            .findFirst()
            .orElse("");
    String shown = name == null || name.isBlank() ? element.getId() : name.strip();
    return new Info(
        new LocalText(shown, properties.get("label.nn"), properties.get("label.nb")),
        new LocalText(
            documentation.strip(),
            properties.get("documentation.nn"),
            properties.get("documentation.nb")),
        Map.copyOf(properties));
  }
}
