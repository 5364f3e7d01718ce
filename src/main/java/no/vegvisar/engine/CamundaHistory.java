package no.vegvisar.engine;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link PathHistory} on Camunda 7. */
@Component
@Transactional(readOnly = true)
class CamundaHistory implements PathHistory {

  private final HistoryService history;
  private final ModelTexts texts;

  CamundaHistory(HistoryService history, ModelTexts texts) {
    this.history = history;
    this.texts = texts;
  }

  @Override
  public List<Instance> instances(String caseNo) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNo)
        .list()
        .stream()
        .sorted(
            Comparator.comparing(
                    (HistoricProcessInstance i) -> i.getSuperProcessInstanceId() != null)
                .thenComparing(HistoricProcessInstance::getStartTime)
                .thenComparing(HistoricProcessInstance::getId))
        .map(
            i ->
                new Instance(
                    i.getId(),
                    i.getSuperProcessInstanceId(),
                    i.getProcessDefinitionKey(),
                    i.getProcessDefinitionVersion(),
                    i.getProcessDefinitionId(),
                    texts.process(i.getProcessDefinitionId()).name(),
                    i.getStartTime().toInstant(),
                    instant(i.getEndTime()),
                    i.getEndTime() == null))
        .toList();
  }

  @Override
  public List<Step> steps(String instanceId) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instanceId)
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(
            a ->
                new Step(
                    instanceId,
                    a.getActivityId(),
                    a.getActivityType(),
                    texts.element(a.getProcessDefinitionId(), a.getActivityId()).name(),
                    a.getAssignee(),
                    a.getTaskId(),
                    a.getStartTime().toInstant(),
                    instant(a.getEndTime()),
                    a.isCanceled()))
        .toList();
  }

  private static java.time.Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
