package no.vegvisar.municipality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.municipality.Inbox;
import no.vegvisar.municipality.ServiceDesk;
import no.vegvisar.organisation.Role;
import no.vegvisar.ui.ErrorPages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The municipality's inbox. */
@Controller
class InboxController {

  private final Inbox inbox;
  private final ServiceDesk desk;
  private final CurrentActor actor;
  private final ErrorPages errors;

  InboxController(Inbox inbox, ServiceDesk desk, CurrentActor actor, ErrorPages errors) {
    this.inbox = inbox;
    this.desk = desk;
    this.actor = actor;
    this.errors = errors;
  }

  @GetMapping("/inbox")
  String inbox(
      @RequestParam(name = "tab", defaultValue = "new") String tab,
      @RequestParam(name = "request", required = false) String request,
      Model model,
      Locale locale) {
    boolean municipal =
        actor.get().holds(Role.ADDICTION_CONSULTANT)
            || actor.get().holds(Role.ALLOCATION)
            || actor.get().holds(Role.MUNICIPAL_COORDINATOR)
            || actor.get().holds(Role.COORDINATING_UNIT)
            || actor.get().holds(Role.NAV_ADVISER);
    if (!municipal) {
      throw new NoAccessException(Refusal.of("municipality.refusal.not-municipal"));
    }
    model.addAttribute("view", inbox.view(tab, request, Language.of(locale)));
    model.addAttribute(
        "takeFurther", request != null && inbox.canTakeFurther(request) ? request : null);
    return "municipality/inbox";
  }

  /** "Received, taken further": passed to the office that decides. */
  @PostMapping("/inbox/{request}/taken-further")
  Object takeFurther(@PathVariable("request") String request, HttpServletRequest http) {
    CaseNo caseNo =
        inbox
            .toAnswer(request)
            .orElseThrow(() -> new NoAccessException(Refusal.of("municipality.refusal.not-yours")));
    List<Refusal> refusals = desk.takeFurther(caseNo);
    return refusals.isEmpty()
        ? "redirect:/inbox?tab=ongoing&request=" + request
        : errors.refused(http, HttpStatus.CONFLICT, refusals);
  }
}
