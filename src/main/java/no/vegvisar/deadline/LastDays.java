package no.vegvisar.deadline;

import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import org.springframework.stereotype.Component;

/** What a rule with a length would give as its last day, without a clock; advice, never a date. */
@Component
public class LastDays {

  private final Rules rules;
  private final WorkingDays calendar;

  LastDays(Rules rules, WorkingDays calendar) {
    this.rules = rules;
    this.calendar = calendar;
  }

  /**
   * @param name of the rule, as people read it
   * @param recheck whether the rule's source is not established
   */
  public record LastDay(LocalDate on, LocalText name, boolean recheck) {}

  /** The last day of this family's rule when it counts from this moment. */
  public LastDay of(String family, Instant from) {
    LocalDate day0 = OsloTime.dateOf(from);
    Rule rule = rules.find(family, DeadlineClocks.Facts.NONE, day0);
    return new LastDay(rule.from(from, calendar).dueOn(), rule.name(), rule.mark() != null);
  }

  /** What the rule of this family says of such a case, as people read it. */
  public LocalText nameOf(String family, DeadlineClocks.Facts facts, LocalDate on) {
    return rules.find(family, facts, on).name();
  }

  /** The day itself when offices are open, else the last working day before it. */
  public LocalDate workingDayUpTo(LocalDate day) {
    LocalDate open = day;
    while (!calendar.isWorkingDay(open)) {
      open = open.minusDays(1);
    }
    return open;
  }
}
