package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes early waits, what comes late is handed on, and the engine has our clock. */
@VegvisarTest
class EarlyAndLateTest {

  @Autowired RuntimeService runtime;
  @Autowired Correlations correlations;
  @Autowired HeardUncaught uncaught;
  @Autowired Harness harness;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;
  @Autowired CaseFiles cases;
  @Autowired ErrandTrial errands;

  private CaseNo caseNo;

  @BeforeEach
  void openCase() {
    caseNo = errands.openCase();
  }

  @Test
  @Requirement("S32")
  void the_engine_follows_the_clock() {
    harness.at(Instant.parse("2027-03-01T08:00:00Z"));

    errands.start(caseNo, "test-clock", ErrandTrial.userTask("test-clock", "Do errand"));

    assertThat(errands.onlyTask(caseNo).created())
        .isEqualTo("2027-03-01T08:00:00Z")
        .isEqualTo(clock.instant());
  }

  @Test
  void a_message_that_comes_before_its_catcher_waits_for_it() {
    String instance = errands.start(caseNo, "test-early", ErrandTrial.twoMessages("test-early"));
    runtime.setVariable(instance, "requestId", instance);

    correlations.toWaiting(
        "test-early.second", "requestId", instance, Map.of("municipalAnswer", "granted"));
    harness.runDueJobs(caseNo);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count())
        .isEqualTo(1);

    correlations.toWaiting("test-early.first", "requestId", instance, Map.of());
    harness.runDueJobs(caseNo);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
  }

  @Test
  void a_message_leaves_only_with_the_transaction_that_sent_it() {
    String instance = errands.start(caseNo, "test-undone", ErrandTrial.twoMessages("test-undone"));

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              correlations.toCase("test-undone.first", caseNo.value(), Map.of());
              status.setRollbackOnly();
            });
    harness.runDueJobs(caseNo);

    assertThat(runtime.getActiveActivityIds(instance)).containsExactly("ReceiveTask_First");
  }

  @Test
  void a_message_whose_target_is_gone_is_handed_to_whoever_knows_what_to_do() {
    String instance = errands.start(caseNo, "test-late", ErrandTrial.twoMessages("test-late"));
    runtime.setVariable(instance, "requestId", instance);
    runtime.deleteProcessInstance(instance, "ended");

    correlations.toWaiting("test-late.first", "requestId", instance, Map.of());
    harness.runDueJobs(caseNo);

    assertThat(uncaught.ids()).contains(instance);
  }

  @Test
  void a_message_the_root_no_longer_listens_for_does_not_wait_for_ever() {
    errands.start(caseNo, "test-deaf", ErrandTrial.twoMessages("test-deaf"));

    correlations.toCase("test-deaf.never", caseNo.value(), Map.of());
    for (int attempt = 0; attempt < 6; attempt++) {
      harness.runDueJobs(caseNo);
    }

    assertThat(uncaught.cases()).contains(caseNo.value());
  }

  @Test
  void two_open_requests_of_one_case_keep_their_ids_apart() {
    var process = ErrandTrial.errand("test-requests");
    process
        .eventSubProcess("EventSubProcess_Opened")
        .name("Request opened")
        .startEvent("StartEvent_Opened")
        .name("Request opened")
        .interrupting(false)
        .message("test.request.opened")
        .receiveTask("ReceiveTask_Answer")
        .name("Answer")
        .message("test.request.answered")
        .endEvent("EndEvent_Answered");
    String instance =
        errands.start(
            caseNo,
            "test-requests",
            Bpmn.convertToString(
                process
                    .startEvent("StartEvent_Errand")
                    .receiveTask("ReceiveTask_Root")
                    .name("Root")
                    .message("test.root")
                    .endEvent("EndEvent_Root")
                    .done()));

    correlations.toCase("test.request.opened", caseNo.value(), Map.of("requestId", "one"));
    correlations.toCase("test.request.opened", caseNo.value(), Map.of("requestId", "two"));
    harness.runDueJobs(caseNo);

    assertThat(
            runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("requestId")
                .list())
        .extracting(VariableInstance::getValue)
        .containsExactlyInAnyOrder("one", "two");
  }
}
