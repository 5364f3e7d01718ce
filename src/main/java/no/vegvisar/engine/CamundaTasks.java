package no.vegvisar.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link OpenTasks} on Camunda 7. */
@Component
@Transactional
class CamundaTasks implements OpenTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final FormService forms;
  private final IdentityService identity;
  private final ModelTexts texts;

  CamundaTasks(
      TaskService tasks,
      RuntimeService runtime,
      RepositoryService repository,
      FormService forms,
      IdentityService identity,
      ModelTexts texts) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.forms = forms;
    this.identity = identity;
    this.texts = texts;
  }

  @Override
  public Optional<OpenTask> find(String taskId) {
    return Optional.ofNullable(query().taskId(taskId).singleResult()).map(this::read);
  }

  @Override
  public List<OpenTask> ofCase(String caseNo) {
    return query().processInstanceBusinessKey(caseNo).orderByTaskCreateTime().asc().list().stream()
        .map(this::read)
        .toList();
  }

  @Override
  public List<OpenTask> all() {
    return query().orderByTaskId().asc().list().stream().map(this::read).toList();
  }

  private TaskQuery query() {
    return tasks.createTaskQuery().initializeFormKeys();
  }

  private OpenTask read(Task task) {
    ProcessDefinition definition = repository.getProcessDefinition(task.getProcessDefinitionId());
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    ModelTexts.Info element =
        texts.element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    String role =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(g -> g != null)
            .findFirst()
            .orElse(null);
    return new OpenTask(
        task.getId(),
        instance == null ? null : instance.getBusinessKey(),
        definition.getKey(),
        definition.getVersion(),
        definition.getId(),
        task.getProcessInstanceId(),
        task.getTaskDefinitionKey(),
        element.name(),
        texts.process(definition.getId()).name(),
        element.documentation(),
        role,
        task.getAssignee(),
        task.getCreateTime().toInstant(),
        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
        task.getCamundaFormRef() == null ? null : task.getCamundaFormRef().getKey(),
        element.properties(),
        runtime.getVariables(task.getExecutionId()));
  }

  @Override
  public Optional<String> form(String taskId) {
    Task task = query().taskId(taskId).singleResult();
    if (task == null || task.getCamundaFormRef() == null) {
      return Optional.empty();
    }
    try (var json = forms.getDeployedTaskForm(taskId)) {
      return Optional.of(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public boolean claim(String taskId, String userId) {
    try {
      as(userId, () -> tasks.claim(taskId, userId));
      return true;
    } catch (TaskAlreadyClaimedException e) {
      return false;
    }
  }

  @Override
  public void assign(String taskId, String userIdOrNull) {
    tasks.setAssignee(taskId, userIdOrNull);
  }

  @Override
  public void complete(String taskId, Map<String, String> answers) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    as(
        task == null ? null : task.getAssignee(),
        () -> tasks.complete(taskId, new HashMap<>(answers)));
  }

  /** The engine's own operation log knows who acted. */
  private void as(String userId, Runnable work) {
    identity.setAuthenticatedUserId(userId);
    try {
      work.run();
    } catch (OptimisticLockingException e) {
      // a timer or another client moved the case in the same moment: answered as "changed by
      // someone else"
      throw new OptimisticLockingFailureException("the case moved in the same moment", e);
    } finally {
      identity.clearAuthentication();
    }
  }
}
