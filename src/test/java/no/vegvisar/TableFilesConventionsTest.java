package no.vegvisar;

import static no.vegvisar.ProcessFiles.cell;
import static no.vegvisar.ProcessFiles.nameOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every decision table we ship is found by its name, speaks FEEL and gives its words in three
 * languages.
 */
class TableFilesConventionsTest {

  /**
   * A table is found by its name, forgets in time, and speaks FEEL only: another language reaches
   * into the program.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.TABLES)
  void a_table_is_named_after_its_file_and_speaks_feel(Path file) throws IOException {
    var decisions = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class);

    assertThat(decisions).hasSize(1);
    var decision = decisions.iterator().next();
    assertThat(decision.getId()).isEqualTo(nameOf(file));
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    assertThat(decision.getDescription().getTextContent()).hasSizeGreaterThan(40);
    assertThat(Files.readString(file)).doesNotContain("expressionLanguage", "${");
  }

  /** Words a table gives are read by people: they come in three languages. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.TABLES)
  void words_of_a_table_come_in_three_languages(Path file) {
    for (var table :
        Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class)) {
      var outputs = table.getOutputs().stream().map(output -> output.getName()).toList();
      for (var rule : table.getRules()) {
        for (var name : outputs) {
          if (!outputs.contains(name + "Nn")) {
            continue;
          }
          for (var language : List.of("Nn", "Nb")) {
            assertThat(cell(rule, outputs.indexOf(name + language)))
                .as(rule.getId())
                .hasSizeGreaterThan(2)
                .isNotEqualTo(cell(rule, outputs.indexOf(name)));
          }
        }
      }
    }
  }
}
