package no.vegvisar.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xml.sax.SAXException;

/**
 * What no author may take out of a shipped process, whatever else is changed (process book §1–§6):
 * who must not be the same person, the box whose timers watch a statutory deadline, and the way
 * taken where no legal base is on record.
 */
final class KeptRules {

  static final String LEGAL_BASE_MISSING = "LEGAL_BASE_MISSING";

  /** A box: the calls it holds and the timers that watch it. */
  record Box(String id, Set<String> calls, Set<String> timers) {}

  /** What one process keeps: user task to the task another person did, and its boxes. */
  record Kept(Map<String, String> otherPerson, Map<String, Box> boxes) {}

  private final Map<String, Kept> ofProcess = new HashMap<>();
  private final Set<String> stepsThatNeedABase = new LinkedHashSet<>();

  /** Reads the processes this application ships. */
  static KeptRules shipped() {
    var rules = new KeptRules();
    try {
      for (var file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
        rules.read(ModelNode.read(file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new IllegalStateException("a shipped process cannot be read", e);
    }
    return rules;
  }

  Kept of(String processKey) {
    return ofProcess.getOrDefault(processKey, new Kept(Map.of(), Map.of()));
  }

  boolean needsABase(String step) {
    return stepsThatNeedABase.contains(step);
  }

  /** What a changed process no longer keeps of the shipped one. */
  void check(ModelNode root, Findings findings) {
    root.children("process")
        .forEach(
            process -> {
              var rules = of(process.id());
              var others = otherPerson(process);
              rules
                  .otherPerson()
                  .forEach(
                      (task, other) -> {
                        if (!other.equals(others.get(task))) {
                          findings.add(
                              task, lineOf(process, task), "kept-other-person", task, other);
                        }
                      });
              var boxes = boxes(process);
              rules
                  .boxes()
                  .forEach(
                      (id, box) -> {
                        var now = boxes.getOrDefault(id, new Box(id, Set.of(), Set.of()));
                        box.timers().stream()
                            .filter(timer -> !now.timers().contains(timer))
                            .forEach(
                                timer ->
                                    findings.add(id, lineOf(process, id), "kept-timer", timer, id));
                        box.calls().stream()
                            .filter(
                                call ->
                                    process
                                        .all("subProcess")
                                        .filter(s -> s.id().equals(id))
                                        .flatMap(s -> s.all("callActivity"))
                                        .noneMatch(c -> c.attribute("calledElement").equals(call)))
                            .forEach(
                                call ->
                                    findings.add(id, lineOf(process, id), "kept-call", call, id));
                      });
            });
  }

  private static int lineOf(ModelNode process, String id) {
    return process
        .all()
        .filter(n -> n.id().equals(id))
        .mapToInt(ModelNode::line)
        .findFirst()
        .orElse(process.line());
  }

  private void read(ModelNode root) {
    root.children("process")
        .forEach(
            process -> ofProcess.put(process.id(), new Kept(otherPerson(process), boxes(process))));
    root.all("serviceTask")
        .filter(task -> isGuarded(root, task))
        .forEach(task -> stepsThatNeedABase.add(step(task)));
  }

  static String step(ModelNode task) {
    return Juel.name(task.attribute("camunda:delegateExpression")).orElse("");
  }

  /** Whether the task has the way out for a missing legal base. */
  static boolean isGuarded(ModelNode root, ModelNode task) {
    Set<String> errors =
        root.children("error")
            .filter(e -> e.attribute("errorCode").equals(LEGAL_BASE_MISSING))
            .map(ModelNode::id)
            .collect(Collectors.toSet());
    return root.all("boundaryEvent")
        .filter(event -> event.attribute("attachedToRef").equals(task.id()))
        .flatMap(event -> event.children("errorEventDefinition"))
        .anyMatch(definition -> errors.contains(definition.attribute("errorRef")));
  }

  static Map<String, String> otherPerson(ModelNode process) {
    Map<String, String> found = new LinkedHashMap<>();
    process
        .all("userTask")
        .filter(task -> !task.property("notSamePersonAs").isEmpty())
        .forEach(task -> found.put(task.id(), task.property("notSamePersonAs")));
    return found;
  }

  /** Subprocesses that timers watch. */
  static Map<String, Box> boxes(ModelNode process) {
    Map<String, Box> found = new LinkedHashMap<>();
    process
        .all("subProcess")
        .forEach(
            box -> {
              Set<String> timers =
                  process
                      .all("boundaryEvent")
                      .filter(event -> event.attribute("attachedToRef").equals(box.id()))
                      .flatMap(event -> event.all("timeDate"))
                      .map(ModelNode::text)
                      .collect(Collectors.toCollection(LinkedHashSet::new));
              Set<String> calls =
                  box.all("callActivity")
                      .map(call -> call.attribute("calledElement"))
                      .collect(Collectors.toCollection(LinkedHashSet::new));
              if (!timers.isEmpty()) {
                found.put(box.id(), new Box(box.id(), calls, timers));
              }
            });
    return found;
  }
}
