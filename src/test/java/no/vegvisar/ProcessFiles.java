package no.vegvisar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The processes, tables and forms we ship, read as documents; no server is started. */
final class ProcessFiles {

  static final Path PROCESSES = Path.of("processes");
  static final Path FORMS = Path.of("forms");

  /** Each process we ship, for a test that is run on all of them. */
  static final String MODELS = "no.vegvisar.ProcessFiles#models";

  static final String TABLES = "no.vegvisar.ProcessFiles#tables";

  private ProcessFiles() {}

  static Stream<Path> models() throws IOException {
    return list(PROCESSES, ".bpmn").stream();
  }

  static Stream<Path> tables() throws IOException {
    return list(PROCESSES, ".dmn").stream();
  }

  static List<Path> list(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static BpmnModelInstance read(Path file) {
    return Bpmn.readModelFromFile(file.toFile());
  }

  static <T extends ModelElementInstance> List<T> all(Path file, Class<T> type) {
    return List.copyOf(read(file).getModelElementsByType(type));
  }

  static List<FlowNode> nodes(Path file) {
    return all(file, FlowNode.class);
  }

  static Process process(Path file) {
    return read(file).getModelElementsByType(Process.class).iterator().next();
  }

  static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
  }

  static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(d -> d.getTextContent().trim())
        .collect(Collectors.joining(" "));
  }

  static String camunda(BaseElement element, String attribute) {
    return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
  }

  static String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return null;
    }
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }

  static String cell(Rule rule, int output) {
    return List.copyOf(rule.getOutputEntries()).get(output).getText().getTextContent().trim();
  }
}
