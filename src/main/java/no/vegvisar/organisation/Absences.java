package no.vegvisar.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who stands in: for a time, for one role in one unit, by a colleague who holds
 * that role there. A stand-in gets no right they did not have; they see what the other has to do
 * and do it on their behalf.
 */
@Service
@Transactional
public class Absences {

  private static final int LONGEST_DAYS = 366;

  private final JdbcClient jdbc;
  private final Users users;
  private final Clock clock;

  Absences(JdbcClient jdbc, Users users, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.clock = clock;
  }

  /**
   * One absence; both days are within it.
   *
   * @param user who is away
   * @param deputy who stands in
   */
  public record Absence(
      UUID id,
      UserId user,
      UserId deputy,
      Role role,
      String unit,
      LocalDate from,
      LocalDate until) {}

  /**
   * Registers an absence; whether {@code by} may, is asked before.
   *
   * @param id of the new absence: the same id a second time is the same absence
   */
  public Outcome<Absence> register(Absence absence, UserId by) {
    if (find(absence.id()).isPresent()) {
      return Outcome.done(absence);
    }
    List<Refusal> refusals = refusals(absence);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    jdbc.sql(
            """
            insert into user_absence
              (id, user_id, deputy_id, role, unit, from_date, until_date, registered_by, registered_at)
            values (:id, :user, :deputy, :role, :unit, :from, :until, :by, :at)
            """)
        .param("id", absence.id())
        .param("user", absence.user().value())
        .param("deputy", absence.deputy().value())
        .param("role", absence.role().code())
        .param("unit", absence.unit())
        .param("from", absence.from())
        .param("until", absence.until())
        .param("by", by.value())
        .param("at", now())
        .update();
    return Outcome.done(absence);
  }

  private List<Refusal> refusals(Absence absence) {
    List<Refusal> refusals = new ArrayList<>();
    LocalDate from = absence.from();
    LocalDate until = absence.until();
    if (from == null) {
      refusals.add(Refusal.of("organisation.refusal.absence-from").at("from"));
    }
    if (until == null || until.isBefore(today()) || (from != null && until.isBefore(from))) {
      refusals.add(Refusal.of("organisation.refusal.absence-until").at("until"));
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    if (from.plusDays(LONGEST_DAYS).isBefore(until)) {
      refusals.add(Refusal.of("organisation.refusal.absence-long").at("until"));
    }
    if (absence.user().equals(absence.deputy())
        || !holds(absence.user(), absence)
        || !holds(absence.deputy(), absence)) {
      refusals.add(Refusal.of("organisation.refusal.absence-deputy").at("who"));
    } else if (overlapping(absence, absence.deputy())) {
      refusals.add(Refusal.of("organisation.refusal.absence-deputy-away").at("who"));
    } else if (overlapping(absence, absence.user())) {
      refusals.add(Refusal.of("organisation.refusal.absence-twice").at("from"));
    }
    return refusals;
  }

  private boolean holds(UserId user, Absence absence) {
    return users
        .byId(user)
        .filter(
            u ->
                u.grants().stream()
                    .anyMatch(
                        g ->
                            g.role() == absence.role()
                                && g.unit().equals(absence.unit())
                                && g.holdsOn(absence.from())))
        .isPresent();
  }

  private boolean overlapping(Absence absence, UserId user) {
    return jdbc.sql(
                """
                select count(*) from user_absence where user_id = :user and role = :role and unit = :unit
                and ended_at is null and from_date <= :until and until_date >= :from
                """)
            .param("user", user.value())
            .param("role", absence.role().code())
            .param("unit", absence.unit())
            .param("from", absence.from())
            .param("until", absence.until())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Ends it before its time; nothing when it has ended. */
  public void end(UUID id, UserId by) {
    jdbc.sql("update user_absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
        .params(by.value(), now(), id)
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<Absence> find(UUID id) {
    return jdbc.sql("select * from user_absence where id = ?")
        .param(id)
        .query(Absences::read)
        .optional();
  }

  /** Of this user, running and to come. */
  @Transactional(readOnly = true)
  public List<Absence> of(UserId user) {
    return jdbc.sql(
            "select * from user_absence where user_id = ? and ended_at is null and until_date >= ? order by from_date, id")
        .params(user.value(), today())
        .query(Absences::read)
        .list();
  }

  /** Those whom this user stands in for today. */
  @Transactional(readOnly = true)
  public List<Absence> coveredBy(UserId deputy) {
    return jdbc.sql(
            """
            select * from user_absence where deputy_id = :me and ended_at is null
            and from_date <= :today and until_date >= :today order by until_date, id
            """)
        .param("me", deputy.value())
        .param("today", today())
        .query(Absences::read)
        .list();
  }

  private static Absence read(ResultSet row, int n) throws SQLException {
    return new Absence(
        row.getObject("id", UUID.class),
        new UserId(row.getString("user_id")),
        new UserId(row.getString("deputy_id")),
        Role.ofCode(row.getString("role")).orElseThrow(),
        row.getString("unit"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("until_date", LocalDate.class));
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
