package no.vegvisar.organisation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a unit is staffed (cast §1.2). A unit without hours of its own has those of the unit above.
 */
@Component
@Transactional(readOnly = true)
public class OpeningHours {

  public record Hours(LocalTime opens, LocalTime closes) {}

  private final JdbcClient jdbc;

  OpeningHours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty on a weekday when nobody is there, and when no hours are known at all. */
  public Optional<Hours> on(String unit, DayOfWeek weekday) {
    return jdbc.sql(
            """
            with recursive above as (
              select key, parent, 0 as height from unit where key = :unit
              union all
              select u.key, u.parent, a.height + 1 from unit u join above a on u.key = a.parent where a.height < 8
            ),
            nearest as (
              select key from above where exists (select from unit_opening o where o.unit = above.key) order by height limit 1
            )
            select opens, closes from unit_opening join nearest on unit = key where weekday = :weekday
            """)
        .param("unit", unit)
        .param("weekday", weekday.getValue())
        .query(
            (row, n) ->
                new Hours(
                    row.getObject("opens", LocalTime.class),
                    row.getObject("closes", LocalTime.class)))
        .optional();
  }
}
