package no.vegvisar.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstIdentifier;

/** What may wait, start and go wrong in a diagram; dates come from clocks only. */
final class BpmnEvents {

  /** Ids a clock may be asked about; each is set where an instance starts. */
  private static final Set<String> SUBJECTS =
      Set.of("caseNo", "referralId", "requestId", "groupId", "letterId", "complaintId", "breachId");

  private final Catalogue catalogue;

  BpmnEvents(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void check(ModelNode root, Findings findings) {
    root.all("timerEventDefinition").forEach(timer -> timer(timer, findings));
    root.all("startEvent").forEach(start -> startEvent(start, findings));
    events(root, findings);
    root.all("message").forEach(message -> message(message, findings));
    errors(root, findings);
  }

  private void timer(ModelNode timer, Findings findings) {
    var date = timer.children("timeDate").findFirst();
    if (date.isEmpty()) {
      findings.add(timer, "timer-date");
    } else {
      clock(timer, date.get().text(), Set.of("warn", "over", "due"), findings);
    }
    ModelNode event = timer.parent();
    boolean interrupts =
        (event.name().equals("boundaryEvent") && !event.attribute("cancelActivity").equals("false"))
            || (event.name().equals("startEvent")
                && !event.attribute("isInterrupting").equals("false"));
    if (interrupts) {
      findings.add(timer, "timer-interrupts");
    }
  }

  /** A date comes from one call of the catalogue, about an id that exists. */
  void clock(ModelNode at, String expression, Set<String> methods, Findings findings) {
    var call = Juel.call(expression).orElse(null);
    if (call == null
        || !methods.contains(call.method())
        || !catalogue.isCall(call.bean(), call.method(), call.arguments().size())) {
      findings.add(at, "clock-call", expression);
      return;
    }
    call.arguments().stream()
        .filter(AstIdentifier.class::isInstance)
        .map(n -> ((AstIdentifier) n).getName())
        .filter(name -> !SUBJECTS.contains(name))
        .forEach(name -> findings.add(at, "clock-subject", name));
  }

  private void startEvent(ModelNode start, Findings findings) {
    ModelNode around = start.parent();
    boolean ofEvent = around.attribute("triggeredByEvent").equals("true");
    if (!ofEvent && (start.has("timerEventDefinition") || start.has("errorEventDefinition"))) {
      findings.add(start, "start-event");
    }
    if (ofEvent && start.has("errorEventDefinition")) {
      findings.add(start, "start-event");
    }
  }

  /** What an event may be: nothing here throws a message or an error of its own. */
  private void events(ModelNode root, Findings findings) {
    Map<String, Set<String>> places =
        Map.of(
            "messageEventDefinition",
                Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent"),
            "timerEventDefinition", Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent"),
            "errorEventDefinition", Set.of("boundaryEvent", "startEvent"),
            "terminateEventDefinition", Set.of("endEvent"));
    places.forEach(
        (definition, owners) ->
            root.all(definition)
                .filter(d -> !owners.contains(d.parent().name()))
                .forEach(d -> findings.add(d, "event-here")));
  }

  private void message(ModelNode message, Findings findings) {
    if (message.attribute("name").isBlank()) {
      findings.add(message, "no-name");
    }
  }

  /** Only the one business error; a catch of everything would hide faults. */
  private void errors(ModelNode root, Findings findings) {
    root.children("error")
        .filter(e -> !e.attribute("errorCode").equals(KeptRules.LEGAL_BASE_MISSING))
        .forEach(e -> findings.add(e, "error-code", e.attribute("errorCode")));
    root.all("errorEventDefinition")
        .filter(e -> e.attribute("errorRef").isBlank())
        .forEach(e -> findings.add(e, "error-code", ""));
  }
}
