package no.vegvisar.deadline.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.vegvisar.deadline.ClockDates;
import no.vegvisar.deadline.DeadlineClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps after a timer: warn and record a breach. The step's property {@code rule} names the
 * rule, or the timers before it do; which warning it is, is read from the clock. A clock that
 * stopped or moved while the job was waiting gives nothing.
 */
@Configuration(proxyBeanMethods = false)
class ClockSteps {

  private static final Pattern ASKED =
      Pattern.compile("deadlines\\.(?:warn|over)\\('([A-Za-z0-9]+)'");

  @Bean
  JavaDelegate warnAboutDeadline(ClockDates dates, DeadlineClocks clocks) {
    return step -> onClock(step, clocks, dates::warn);
  }

  @Bean
  JavaDelegate recordDeadlineBreach(ClockDates dates, DeadlineClocks clocks) {
    return step -> onClock(step, clocks, dates::breach);
  }

  private static void onClock(
      DelegateExecution step, DeadlineClocks clocks, BiConsumer<String, String> action) {
    for (String rule : rulesOf(step)) {
      subjects(step)
          .filter(subject -> clocks.find(rule, subject).isPresent())
          .findFirst()
          .ifPresent(subject -> action.accept(rule, subject));
    }
  }

  /**
   * The narrowest subject first: a clock of its own that the step's process has, else the case's.
   */
  private static Stream<String> subjects(DelegateExecution step) {
    return Stream.of("requestId", "groupId", "complaintId", "breachId", "caseNo")
        .map(step::getVariable)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /**
   * The rule that the step names, else those of the timers that lead to it: what is due among them
   * acts, the rest rests.
   */
  private static List<String> rulesOf(DelegateExecution step) {
    FlowElement element = step.getBpmnModelElementInstance();
    Optional<String> named =
        Optional.ofNullable(element.getExtensionElements())
            .map(e -> e.getElementsQuery().filterByType(CamundaProperties.class))
            .filter(q -> q.count() > 0)
            .flatMap(
                q ->
                    q.singleResult().getCamundaProperties().stream()
                        .filter(p -> "rule".equals(p.getCamundaName()))
                        .findFirst())
            .map(CamundaProperty::getCamundaValue);
    if (named.isPresent()) {
      return List.of(named.get());
    }
    List<String> rules =
        ((FlowNode) element)
            .getPreviousNodes().list().stream()
                .filter(CatchEvent.class::isInstance)
                .flatMap(event -> ((CatchEvent) event).getEventDefinitions().stream())
                .filter(TimerEventDefinition.class::isInstance)
                .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                .filter(Objects::nonNull)
                .map(date -> ASKED.matcher(date.getTextContent()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
    if (rules.isEmpty()) {
      throw new IllegalStateException(
          "step " + step.getCurrentActivityId() + " names no rule and follows no clock");
    }
    return rules;
  }
}
