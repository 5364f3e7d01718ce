package no.vegvisar.deadline.process;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import no.vegvisar.deadline.ClockDates;
import no.vegvisar.engine.ProcessCallable;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/**
 * What models ask for dates: {@code ${deadlines.due('T01', caseNo)}}. Never null, because a timer
 * without a date stops the process; a clock that does not exist or has stopped answers {@link
 * #FAR}. A clock of the house's own that nobody has started starts when it is asked for.
 */
@Component("deadlines")
public class Deadlines {

  /** A day that does not come. */
  public static final Date FAR = Date.from(Instant.parse("2999-12-31T00:00:00Z"));

  private static final String ASSESSMENT = "T01";
  private static final String ANEW = "R68";

  private final ClockDates dates;

  Deadlines(ClockDates dates) {
    this.dates = dates;
  }

  /**
   * Last day, 23:59 Oslo. What is assessed anew after a complaint has no T01 any more: its tasks
   * have the day of R68.
   */
  @ProcessCallable
  public Date due(String rule, String subject) {
    Date day = ask(rule, subject, ClockDates.Dates::dueAt);
    return FAR.equals(day) && ASSESSMENT.equals(rule) && subject != null
        ? CaseNo.tryParse(subject).flatMap(c -> dates.ofCase(ANEW, c)).map(Date::from).orElse(FAR)
        : day;
  }

  /** The n-th warning day, 07:00 Oslo; n counts from 1. */
  @ProcessCallable
  public Date warn(String rule, int n, String subject) {
    return ask(
        rule, subject, d -> n >= 1 && n <= d.warnings().size() ? d.warnings().get(n - 1) : null);
  }

  /** As {@link #warn(String, int, String)}; expressions hand numbers over as long. */
  @ProcessCallable
  public Date warn(String rule, long n, String subject) {
    return warn(rule, Math.toIntExact(n), subject);
  }

  /** 00:00 Oslo after the last day. */
  @ProcessCallable
  public Date over(String rule, String subject) {
    return ask(rule, subject, ClockDates.Dates::overAt);
  }

  private Date ask(String rule, String subject, Function<ClockDates.Dates, Instant> which) {
    if (subject == null) {
      return FAR;
    }
    BpmnExecutionContext step = Context.getBpmnExecutionContext();
    String caseNo = step == null ? subject : step.getExecution().getBusinessKey();
    String occurrence = step == null ? null : step.getExecution().getActivityInstanceId();
    return dates
        .find(rule, subject, CaseNo.tryParse(caseNo == null ? subject : caseNo), occurrence)
        .map(which)
        .map(Date::from)
        .orElse(FAR);
  }
}
