package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks back at the whole run, so it comes last and only when every test has run: each element of
 * each diagram we ship was walked through by some process of it. What the engine wrote is in a
 * database that began empty with this run.
 */
@VegvisarTest
@Order(Integer.MAX_VALUE)
class EveryFlowNodeIsReachedTest {

  @Autowired JdbcTemplate jdbc;

  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void every_element_of_a_diagram_was_walked_through(Path model) {
    assumeTrue(System.getProperty("test") == null, "only some of the tests were asked for");
    List<String> elements = ProcessFiles.nodes(model).stream().map(FlowNode::getId).toList();

    assertThat(elements).as("elements of the diagram").hasSizeGreaterThan(5);
    assertThat(walked(ProcessFiles.nameOf(model))).containsAll(elements);
  }

  /** The look back would say so: an element that nobody could have walked through is not found. */
  @Test
  void an_element_that_no_process_has_is_walked_through_by_none() {
    assertThat(walked("referral-intake")).doesNotContain("UserTask_NobodyHasDrawnThis");
    assertThat(walked("no-such-process")).isEmpty();
  }

  /**
   * Each way out of a gateway leads to an element of its own or is walked with the one it leads to:
   * an element with one way in that was reached proves that way.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void two_ways_out_of_a_gateway_never_lead_to_the_same_element(Path model) {
    Stream<FlowNode> splits =
        ProcessFiles.nodes(model).stream().filter(node -> node.getOutgoing().size() > 1);

    assertThat(splits)
        .allSatisfy(
            split ->
                assertThat(split.getOutgoing())
                    .extracting(SequenceFlow::getTarget)
                    .extracting(FlowNode::getId)
                    .doesNotHaveDuplicates());
  }

  /** Elements of this process that any case of this run came to. */
  private List<String> walked(String process) {
    return jdbc.queryForList(
        "select distinct act_id_ from act_hi_actinst where proc_def_key_ = ?",
        String.class,
        process);
  }
}
