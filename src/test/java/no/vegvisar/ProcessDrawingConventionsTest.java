package no.vegvisar;

import static no.vegvisar.ProcessFiles.all;
import static no.vegvisar.ProcessFiles.process;
import static no.vegvisar.ProcessFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every process we ship can be opened, seen and kept: drawn whole, for our platform, with an end to
 * its history.
 */
class ProcessDrawingConventionsTest {

  /**
   * The engine refuses a process without a time to live, and history must end one day (7.24 reads
   * days only).
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void history_has_an_end_and_the_version_a_tag(Path file) {
    var process = process(file);

    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    assertThat(process.getCamundaVersionTag()).isNotBlank();
  }

  /** The coordinator's tool opens the file for the platform we run. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void the_file_says_which_platform_it_is_made_for(Path file) {
    var definitions = read(file).getDefinitions();

    assertThat(
            definitions.getAttributeValueNs(
                "http://camunda.org/schema/modeler/1.0", "executionPlatform"))
        .isEqualTo("Camunda Platform");
    assertThat(
            definitions.getAttributeValueNs(
                "http://camunda.org/schema/modeler/1.0", "executionPlatformVersion"))
        .startsWith("7.");
  }

  /** What is not drawn does not exist for the people who read and change the diagram. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void everything_is_drawn(Path file) {
    var drawn = new HashSet<String>();
    all(file, BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
    all(file, BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement().getId()));

    assertThat(drawn)
        .containsAll(all(file, FlowNode.class).stream().map(BaseElement::getId).toList());
    assertThat(drawn)
        .containsAll(all(file, SequenceFlow.class).stream().map(BaseElement::getId).toList());
    assertThat(drawn).containsAll(all(file, Lane.class).stream().map(BaseElement::getId).toList());
    assertThat(drawn)
        .containsAll(all(file, Participant.class).stream().map(BaseElement::getId).toList());
  }

  /** A diagram whose boxes lie on each other cannot be read. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void no_two_boxes_lie_on_each_other(Path file) {
    var boxes =
        all(file, BpmnShape.class).stream()
            .filter(s -> s.getBpmnElement() instanceof FlowNode)
            .filter(
                s ->
                    !(s.getBpmnElement() instanceof SubProcess)
                        && !(s.getBpmnElement() instanceof BoundaryEvent))
            .toList();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(overlap(boxes.get(i).getBounds(), boxes.get(j).getBounds()))
            .as(
                boxes.get(i).getBpmnElement().getId()
                    + " and "
                    + boxes.get(j).getBpmnElement().getId())
            .isFalse();
      }
    }
  }

  private static boolean overlap(Bounds a, Bounds b) {
    return a.getX() < b.getX() + b.getWidth()
        && b.getX() < a.getX() + a.getWidth()
        && a.getY() < b.getY() + b.getHeight()
        && b.getY() < a.getY() + a.getHeight();
  }
}
