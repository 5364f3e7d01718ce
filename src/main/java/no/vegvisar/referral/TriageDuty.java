package no.vegvisar.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads acute worry today, and who stands in. The newest word on a day holds. Who is away, or
 * has left the role, is passed over; when nobody is on duty, all who hold it are asked.
 */
@Service
@Transactional
public class TriageDuty {

  /** The role of those who can be on duty. */
  static final Role ROLE = Role.SIGNER;

  /**
   * @param receiver null when nobody is on duty
   * @param standIn null for none
   */
  public record OnDuty(UserId receiver, UserId standIn, LocalDate until) {
    static final OnDuty NOBODY = new OnDuty(null, null, null);
  }

  private final JdbcClient jdbc;
  private final Users users;
  private final Absences absences;
  private final CurrentActor current;
  private final Clock clock;

  TriageDuty(JdbcClient jdbc, Users users, Absences absences, CurrentActor current, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.absences = absences;
    this.current = current;
    this.clock = clock;
  }

  /** Who is on duty that day, without those who are gone. */
  @Transactional(readOnly = true)
  public OnDuty on(String unit, LocalDate day) {
    List<UserId> present =
        candidates(unit).stream().map(User::id).filter(who -> !away(who, unit, day)).toList();
    return jdbc.sql(
            """
            select receiver, stand_in, until_date from triage_duty
            where unit = :unit and from_date <= :day and (until_date is null or until_date >= :day)
            order by set_at desc, id desc limit 1
            """)
        .param("unit", unit)
        .param("day", day)
        .query(
            (row, n) -> {
              UserId first = new UserId(row.getString("receiver"));
              String second = row.getString("stand_in");
              List<UserId> there =
                  java.util.stream.Stream.of(
                          Optional.of(first), Optional.ofNullable(second).map(UserId::new))
                      .flatMap(Optional::stream)
                      .filter(present::contains)
                      .toList();
              return new OnDuty(
                  there.isEmpty() ? null : there.get(0),
                  there.size() < 2 ? null : there.get(1),
                  row.getObject("until_date", LocalDate.class));
            })
        .optional()
        .orElse(OnDuty.NOBODY);
  }

  private boolean away(UserId who, String unit, LocalDate day) {
    return absences.of(who).stream()
        .anyMatch(
            a ->
                a.role() == ROLE
                    && a.unit().equals(unit)
                    && !day.isBefore(a.from())
                    && !day.isAfter(a.until()));
  }

  /** Those who can be on duty. */
  @Transactional(readOnly = true)
  public List<User> candidates(String unit) {
    return users.holders(ROLE, unit);
  }

  /**
   * From a day on somebody else is on duty.
   *
   * @param until last day, or null
   * @param standIn or null
   */
  public List<Refusal> set(
      String unit, LocalDate from, LocalDate until, UserId receiver, UserId standIn) {
    List<UserId> known = candidates(unit).stream().map(User::id).toList();
    if (!known.contains(receiver)) {
      return List.of(Refusal.of("referral.refusal.duty-who").at("receiver"));
    }
    if (standIn != null && (!known.contains(standIn) || standIn.equals(receiver))) {
      return List.of(Refusal.of("referral.refusal.duty-stand-in").at("standIn"));
    }
    if (until != null && until.isBefore(from)) {
      return List.of(Refusal.of("referral.refusal.duty-until").at("until"));
    }
    jdbc.sql(
            """
            insert into triage_duty (id, unit, from_date, until_date, receiver, stand_in, set_by, set_at)
            values (:id, :unit, :from, :until, :receiver, :standIn, :by, :at)
            """)
        .param("id", Ids.next())
        .param("unit", unit)
        .param("from", from)
        .param("until", until)
        .param("receiver", receiver.value())
        .param("standIn", standIn == null ? null : standIn.value())
        .param("by", current.get().id().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return List.of();
  }
}
