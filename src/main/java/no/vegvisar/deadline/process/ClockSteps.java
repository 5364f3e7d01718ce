package no.vegvisar.deadline.process;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import no.vegvisar.deadline.ClockDates;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps after a timer: warn and record a breach. The step's property {@code rule} names the rule (none: whichever clock of the case is due); which warning it
 * is, is read from the clock. A clock that stopped or moved while the job was waiting gives nothing.
 */
@Configuration(proxyBeanMethods = false)
class ClockSteps {

  @Bean
  JavaDelegate warnAboutDeadline(ClockDates dates, DeadlineClocks clocks) {
    return step -> onClock(step, clocks, dates::warn);
  }

  @Bean
  JavaDelegate recordDeadlineBreach(ClockDates dates, DeadlineClocks clocks) {
    return step -> onClock(step, clocks, dates::breach);
  }

  private static void onClock(DelegateExecution step, DeadlineClocks clocks, BiConsumer<String, String> action) {
    Optional<String> rule = ruleOf(step);
    if (rule.isPresent()) {
      subjects(step)
          .filter(subject -> clocks.find(rule.get(), subject).isPresent())
          .findFirst()
          .ifPresent(subject -> action.accept(rule.get(), subject));
      return;
    }
    // a handler that several timers share names no rule: each running clock of the case is asked whether it is due
    clocks.ofCase(CaseNo.parse(step.getProcessBusinessKey())).stream()
        .filter(DeadlineClocks.DeadlineClock::running)
        .forEach(clock -> action.accept(clock.family(), clock.subject()));
  }

  /** The narrowest subject first: a request's or a group's clock, else the case's. */
  private static Stream<String> subjects(DelegateExecution step) {
    return Stream.of("requestId", "groupId", "caseNo").map(step::getVariable).filter(String.class::isInstance).map(String.class::cast);
  }

  private static Optional<String> ruleOf(DelegateExecution step) {
    return Optional.ofNullable(step.getBpmnModelElementInstance().getExtensionElements())
        .map(e -> e.getElementsQuery().filterByType(CamundaProperties.class))
        .filter(q -> q.count() > 0)
        .flatMap(
            q -> q.singleResult().getCamundaProperties().stream().filter(p -> "rule".equals(p.getCamundaName())).findFirst())
        .map(p -> p.getCamundaValue());
  }
}
