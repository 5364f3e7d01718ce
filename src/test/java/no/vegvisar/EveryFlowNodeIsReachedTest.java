package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks back at the whole run, so it comes last and only when every test has run: each element of
 * the diagrams of referral and assessment was walked through by some process of it.
 */
@VegvisarTest
@Order(Integer.MAX_VALUE)
class EveryFlowNodeIsReachedTest {

  @Autowired JdbcTemplate jdbc;

  @ParameterizedTest
  @ValueSource(strings = {"referral-intake", "rights-assessment", "complaint", "deadline-breach"})
  void every_element_of_a_diagram_was_walked_through(String process) {
    assumeTrue(System.getProperty("test") == null, "only some of the tests were asked for");
    List<String> walked =
        jdbc.queryForList(
            "select distinct act_id_ from act_hi_actinst where proc_def_key_ = ?",
            String.class,
            process);
    Path model = ProcessFiles.PROCESSES.resolve(process + ".bpmn");

    assertThat(walked)
        .containsAll(ProcessFiles.nodes(model).stream().map(FlowNode::getId).toList());
  }
}
