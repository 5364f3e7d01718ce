package no.vegvisar.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints about what a municipality decided (T04b): not ours to decide. Whoever comes here with
 * one is guided, or the complaint is passed on (fvl 11), and that is kept so that it is not lost.
 */
@Service
@Transactional
public class ElsewhereDesk {

  private static final Set<String> WAYS = Set.of("guided", "passedOn");
  private static final int LONGEST = 300;

  private final JdbcClient jdbc;
  private final ComplaintRegistrars registrars;
  private final CaseLedger ledger;
  private final CurrentActor current;
  private final Clock clock;

  ElsewhereDesk(
      JdbcClient jdbc,
      ComplaintRegistrars registrars,
      CaseLedger ledger,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.registrars = registrars;
    this.ledger = ledger;
    this.current = current;
    this.clock = clock;
  }

  /**
   * What came and what was done with it.
   *
   * @param receivedOn null when what was typed is no date
   * @param way guided or passedOn
   * @param doneOn null when what was typed is no date
   * @param toWhom the body that decides it
   */
  public record Noted(
      LocalDate receivedOn, String about, String way, LocalDate doneOn, String toWhom) {}

  /** Keeps it on the case; the same key a second time is the same complaint. */
  public Outcome<UUID> note(CaseNo caseNo, UUID key, Noted noted) {
    registrars.require(caseNo);
    List<Refusal> refusals = refusals(noted);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    ledger.lock(caseNo);
    int made =
        jdbc.sql(
                """
                insert into complaint_elsewhere
                  (id, case_no, received_on, about, way, done_on, to_whom, noted_by, noted_at)
                values (:id, :case, :received, :about, :way, :done, :to, :by, :at)
                on conflict do nothing
                """)
            .param("id", key)
            .param("case", caseNo.value())
            .param("received", noted.receivedOn())
            .param("about", noted.about().strip())
            .param("way", noted.way())
            .param("done", noted.doneOn())
            .param("to", noted.toWhom().strip())
            .param("by", current.get().id().value())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (made == 1) {
      ledger.append(
          caseNo,
          new ComplaintEvent.Elsewhere(
              key.toString(),
              noted.receivedOn().toString(),
              noted.about().strip(),
              noted.way(),
              noted.doneOn().toString(),
              noted.toWhom().strip()));
    }
    return Outcome.done(key);
  }

  private List<Refusal> refusals(Noted noted) {
    List<Refusal> refusals = new ArrayList<>();
    LocalDate today = OsloTime.dateOf(clock.instant());
    if (noted.receivedOn() == null || noted.receivedOn().isAfter(today)) {
      refusals.add(Refusal.of("complaint.elsewhere.refusal.received").at("receivedOn"));
    }
    text(refusals, "about", noted.about());
    if (noted.way() == null || !WAYS.contains(noted.way())) {
      refusals.add(Refusal.of("complaint.elsewhere.refusal.way").at("way"));
    }
    if (noted.doneOn() == null
        || noted.doneOn().isAfter(today)
        || (noted.receivedOn() != null && noted.doneOn().isBefore(noted.receivedOn()))) {
      refusals.add(Refusal.of("complaint.elsewhere.refusal.done").at("doneOn"));
    }
    text(refusals, "toWhom", noted.toWhom());
    return refusals;
  }

  private static void text(List<Refusal> refusals, String field, String text) {
    if (text == null || text.isBlank()) {
      refusals.add(Refusal.of("complaint.elsewhere.refusal." + field).at(field));
    } else if (text.length() > LONGEST) {
      refusals.add(Refusal.of("complaint.refusal.reason-long", LONGEST).at(field));
    }
  }

  /** Those that came on this case, oldest first; access is asked by the caller. */
  @Transactional(readOnly = true)
  List<Noted> ofCase(CaseNo caseNo) {
    return jdbc.sql(
            "select * from complaint_elsewhere where case_no = :case order by received_on, noted_at")
        .param("case", caseNo.value())
        .query(ElsewhereDesk::read)
        .list();
  }

  private static Noted read(ResultSet row, int number) throws SQLException {
    return new Noted(
        row.getObject("received_on", LocalDate.class),
        row.getString("about"),
        row.getString("way"),
        row.getObject("done_on", LocalDate.class),
        row.getString("to_whom"));
  }
}
