package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.vegvisar.ActingAs;
import no.vegvisar.VegvisarTest;
import no.vegvisar.engine.CurrentStep;
import no.vegvisar.engine.StepRef;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.Patients;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@VegvisarTest
class CaseLedgerTest {

  @Autowired CaseLedger ledger;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired Flyway flyway;
  @Autowired ActingAs actingAs;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  /** The owner's own hand: the application's role may change no line of the ledger. */
  private JdbcClient jdbc;

  private TransactionTemplate transaction;
  private CaseNo caseNo;

  @BeforeEach
  void a_case_with_three_entries() {
    transaction = new TransactionTemplate(transactions);
    jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
    caseNo =
        transaction.execute(
            s -> {
              var person =
                  patients.register(
                      "hmr", new Patients.NewPerson("Prøvd Perle", null, null, null, null, null));
              CaseNo made = cases.open(CaseKind.CLINIC, "hmr", "vurdering", person);
              StepRef step =
                  new StepRef(
                      "rights-assessment",
                      1,
                      "UserTask_PrepareAssessment",
                      "t-1",
                      "prepare-assessment",
                      "0123456789ab");
              CurrentStep.in(
                  step,
                  () -> {
                    actingAs.user("assessor", () -> cases.moveTo(made, Phase.ASSESSMENT));
                    return null;
                  });
              cases.moveToUnit(made, "poliklinikk");
              return made;
            });
  }

  @Test
  void the_ledger_keeps_who_did_what_from_which_step_in_order() {
    List<LedgerEntry> entries = ledger.entries(caseNo);

    assertThat(entries).extracting(LedgerEntry::seq).containsExactly(1L, 2L, 3L);
    assertThat(entries)
        .extracting(LedgerEntry::type)
        .containsExactly("casefile.opened/1", "casefile.phase-moved/1", "casefile.unit-moved/1");
    LedgerEntry second = entries.get(1);
    assertThat(second.actor()).isEqualTo(actingAs.actor("assessor").id());
    assertThat(second.step().elementId()).isEqualTo("UserTask_PrepareAssessment");
    assertThat(second.event()).isEqualTo(new CasefileEvent.PhaseMoved("ASSESSMENT"));
  }

  @Test
  void times_are_kept_to_the_microsecond_and_read_back_the_same() {
    LedgerEntry written = append(new CasefileEvent.PhaseMoved("TREATMENT"));

    LedgerEntry read = ledger.entries(caseNo).get(3);

    assertThat(written.at()).isEqualTo(written.at().truncatedTo(ChronoUnit.MICROS));
    assertThat(read.at()).isEqualTo(written.at());
    assertThat(read.hash()).isEqualTo(written.hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_event set actor = 'somebody'",
        "delete from case_event",
        "truncate case_event cascade",
        "delete from case_event_payload"
      })
  void the_application_itself_may_not_rewrite_the_ledger(String statement) {
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(s -> application.sql(statement).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Autowired JdbcClient application;

  @Test
  void an_untouched_chain_verifies() {
    var report = ledger.verify(caseNo);

    assertThat(report.whole()).isTrue();
    assertThat(report.entries()).isEqualTo(3);
    assertThat(report.brokenAt()).isZero();
    assertThat(report.head()).isEqualTo(ledger.entries(caseNo).get(2).hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type = 'casefile.unit-moved/1'",
        "at = at + interval '1 microsecond'",
        "actor = 'somebody'",
        "on_behalf_of = 'somebody'",
        "thing = 'NOTES'",
        "process_key = 'work-up'",
        "process_version = 2",
        "element_id = 'UserTask_Other'",
        "task_id = null",
        "form_id = 'other'",
        "form_version = null",
        "previous = repeat('1', 64)",
        "content_hash = repeat('2', 64)",
        "hash = repeat('3', 64)"
      })
  void a_change_of_any_column_is_found_where_it_is(String change) {
    jdbc.sql("update case_event set " + change + " where case_no = ? and seq = 2")
        .param(caseNo.value())
        .update();

    var report = ledger.verify(caseNo);

    assertThat(report.whole()).isFalse();
    assertThat(report.brokenAt()).isEqualTo(2);
  }

  @Test
  void a_change_of_content_is_found() {
    jdbc.sql("update case_event_payload set payload = ? where case_no = ? and seq = 2")
        .params("{\"phase\":\"CLOSED\"}".getBytes(StandardCharsets.UTF_8), caseNo.value())
        .update();

    assertThat(ledger.verify(caseNo).brokenAt()).isEqualTo(2);
  }

  @Test
  void content_that_is_gone_without_an_order_is_found() {
    jdbc.sql("delete from case_event_payload where case_no = ? and seq = 2")
        .param(caseNo.value())
        .update();

    assertThat(ledger.verify(caseNo).brokenAt()).isEqualTo(2);
  }

  @Test
  void entries_cut_off_at_the_end_are_found() {
    jdbc.sql("delete from case_event_payload where case_no = ? and seq = 3")
        .param(caseNo.value())
        .update();
    jdbc.sql("delete from case_event where case_no = ? and seq = 3").param(caseNo.value()).update();

    assertThat(ledger.verify(caseNo).brokenAt()).isEqualTo(3);
  }

  @Test
  void erasing_leaves_a_tombstone_and_the_chain_whole() {
    transaction.executeWithoutResult(
        s -> actingAs.user("administrator", () -> ledger.erase(caseNo, 2, "ordered")));

    // then the content is gone, the line stands, and the erasing is a line of its own
    LedgerEntry erased = ledger.entries(caseNo).get(1);
    assertThat(erased.erased()).isTrue();
    assertThat(erased.event()).isNull();
    assertThat(erased.type()).isEqualTo("casefile.phase-moved/1");
    assertThat(ledger.entries(caseNo))
        .last()
        .extracting(LedgerEntry::event)
        .isEqualTo(new CasefileEvent.ContentErased(2, "ordered"));
    var report = ledger.verify(caseNo);
    assertThat(report.whole()).isTrue();
    assertThat(report.erased()).isEqualTo(1);
  }

  @Test
  void the_machine_erases_nothing() {
    assertThatThrownBy(() -> ledger.erase(caseNo, 2, "no reason"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_entry_outside_a_transaction_is_a_fault() {
    assertThatThrownBy(() -> ledger.append(caseNo, new CasefileEvent.PhaseMoved("TREATMENT")))
        .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
  }

  @Test
  void an_entry_of_a_type_this_version_does_not_know_is_still_read() {
    append(new OfTomorrow("x"));
    jdbc.sql("update case_event set type = 'casefile.of-tomorrow/9' where case_no = ? and seq = 4")
        .param(caseNo.value())
        .update();

    LedgerEntry entry = ledger.entries(caseNo).get(3);

    assertThat(entry.event()).isNull();
    assertThat(entry.erased()).isFalse();
  }

  @EventType("casefile.of-tomorrow/1")
  record OfTomorrow(String what) implements CaseEvent {}

  @Test
  void two_writers_at_once_do_not_fork_the_chain() throws Exception {
    int each = 20;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<?>> writers = new ArrayList<>();
    for (int w = 0; w < 2; w++) {
      writers.add(
          pool.submit(
              () -> {
                start.await();
                for (int i = 0; i < each; i++) {
                  append(new CasefileEvent.PhaseMoved("TREATMENT"));
                }
                return null;
              }));
    }
    start.countDown();
    for (Future<?> writer : writers) {
      writer.get();
    }
    pool.shutdown();

    assertThat(ledger.entries(caseNo)).hasSize(3 + 2 * each);
    assertThat(ledger.verify(caseNo).whole()).isTrue();
  }

  private LedgerEntry append(CaseEvent event) {
    return transaction.execute(s -> ledger.append(caseNo, event));
  }
}
