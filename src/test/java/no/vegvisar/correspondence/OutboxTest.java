package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Outbox.State;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What leaves the building leaves once; a node that dies while sending loses nothing and doubles
 * nothing.
 */
@VegvisarTest
class OutboxTest {

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired Outbox outbox;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void an_interrupted_sending_is_tried_again_where_the_transport_tells_a_repeat() {
    CaseNo caseNo = journeys.signed(journeys.registered(journeys.referred()), "outpatient");
    harness.runDueJobs(caseNo);
    UUID row = rows(caseNo, "post").get(0).id();
    diedWhileSending(row);

    outbox.drain();

    assertThat(rows(caseNo, "post").get(0).state()).isEqualTo(State.SENT);
    outbox.drain();
    assertThat(rows(caseNo, "post")).hasSize(1);
  }

  @Test
  void an_interrupted_notice_waits_for_a_person_and_is_not_sent_twice() {
    CaseNo caseNo = journeys.referred();
    UUID row = noticed(caseNo);
    diedWhileSending(row);

    outbox.drain();

    assertThat(outbox.uncertain()).extracting(Outbox.Row::id).contains(row);
    assertThat(operatorsWork(row)).isEqualTo(1);
    transaction.executeWithoutResult(status -> outbox.settle(row, true));
    assertThat(outbox.uncertain()).extracting(Outbox.Row::id).doesNotContain(row);
    assertThat(stateOf(caseNo, row)).isEqualTo(State.SENT);
    assertThat(operatorsWork(row)).isZero();
  }

  @Test
  void what_is_cancelled_never_leaves() {
    CaseNo caseNo = journeys.referred();
    UUID row = noticed(caseNo);

    transaction.executeWithoutResult(status -> outbox.cancel(caseNo, "test-subject", "not-wanted"));
    outbox.drain();

    assertThat(stateOf(caseNo, row)).isEqualTo(State.CANCELLED);
  }

  private int operatorsWork(UUID row) {
    return jdbc.queryForObject(
        "select count(*) from work_item where work_key = ? and role = 'operator' and case_no is null",
        Integer.class,
        "uncertain:" + row);
  }

  private UUID noticed(CaseNo caseNo) {
    return transaction.execute(
        status ->
            outbox.enqueue(
                new Outbox.Item("notice", caseNo, "test-subject", "meeting", null, null)));
  }

  /** As a kill leaves it: claimed, and the lease has run out. */
  private void diedWhileSending(UUID row) {
    Timestamp past = Timestamp.from(journeys.now().minus(Duration.ofHours(1)));
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "update outbox set state = 'SENDING', attempts = 1, lease_until = ? where id = ?",
                past,
                row));
  }

  private State stateOf(CaseNo caseNo, UUID row) {
    return outbox.ofCase(caseNo).stream()
        .filter(r -> r.id().equals(row))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private List<Outbox.Row> rows(CaseNo caseNo, String transport) {
    return outbox.ofCase(caseNo).stream().filter(r -> r.transport().equals(transport)).toList();
  }
}
