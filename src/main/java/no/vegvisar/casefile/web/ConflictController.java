package no.vegvisar.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where somebody steps back from a case, and takes it back; the answer names neither case nor
 * person.
 */
@Controller
class ConflictController {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Conflicts conflicts;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final CurrentActor actor;
  private final Users users;
  private final MessageSource messages;

  ConflictController(
      Conflicts conflicts,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      CurrentActor actor,
      Users users,
      MessageSource messages) {
    this.conflicts = conflicts;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.actor = actor;
    this.users = users;
    this.messages = messages;
  }

  @GetMapping("/cases/{caseNo}/conflict")
  String ask(@PathVariable("caseNo") String number, Model model, Locale locale) {
    CaseNo caseNo = numberOf(number);
    List<LinkView> undo =
        conflicts.thatMayBeTakenBack(caseNo).stream()
            .map(
                c ->
                    LinkView.to(
                        users.displayName(c.user()),
                        "/cases/" + caseNo + "/conflict/" + c.user().value(),
                        null))
            .toList();
    String mine = "/cases/" + caseNo + "/conflict/" + actor.get().id().value();
    if (undo.stream().anyMatch(u -> u.href().equals(mine))) {
      return "redirect:" + mine;
    }
    access.open(caseNo, Thing.CASE_SUMMARY, "conflict");
    model.addAttribute("undo", undo);
    model.addAttribute("banner", persons.banner(cases.get(caseNo), Language.of(locale)));
    model.addAttribute("caseHref", "/cases/" + caseNo + "/overview");
    model.addAttribute("action", "/cases/" + caseNo + "/conflict");
    return "casefile/conflict";
  }

  @PostMapping("/cases/{caseNo}/conflict")
  String stepBack(@PathVariable("caseNo") String number) {
    conflicts.stepBack(numberOf(number));
    return "redirect:/stepped-back";
  }

  @GetMapping("/stepped-back")
  String done() {
    return "casefile/stepped-back";
  }

  /** One's own, by number alone, for who stepped back from the wrong case. */
  @GetMapping("/stepped-back/mine")
  String mine(Model model) {
    model.addAttribute(
        "mine",
        conflicts.mine().stream()
            .map(
                c ->
                    LinkView.to(
                        c.caseNo() + ", " + DAY.format(OsloTime.dateOf(c.at())),
                        "/cases/" + c.caseNo() + "/conflict/" + c.user().value(),
                        null))
            .toList());
    return "casefile/stepped-back-mine";
  }

  @GetMapping("/cases/{caseNo}/conflict/{user}")
  String mistake(
      @PathVariable("caseNo") String number,
      @PathVariable("user") UserId user,
      Model model,
      Locale locale) {
    CaseNo caseNo = numberOf(number);
    return standing(caseNo, user)
        .map(c -> page(c, "", List.of(), model, locale))
        .orElse("redirect:/stepped-back/mine");
  }

  @PostMapping("/cases/{caseNo}/conflict/{user}")
  String takeBack(
      @PathVariable("caseNo") String number,
      @PathVariable("user") UserId user,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    CaseNo caseNo = numberOf(number);
    List<Refusal> refusals = conflicts.takeBack(caseNo, user, version, reason);
    if (refusals.isEmpty()) {
      return "redirect:/cases/" + caseNo + "/overview";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(standing(caseNo, user).orElseThrow(), reason, refusals, model, locale);
  }

  private Optional<Conflicts.SteppedBack> standing(CaseNo caseNo, UserId user) {
    return conflicts.thatMayBeTakenBack(caseNo).stream()
        .filter(c -> c.user().equals(user))
        .findFirst();
  }

  private String page(
      Conflicts.SteppedBack standing,
      String reason,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    String path = "/cases/" + standing.caseNo() + "/conflict/" + standing.user().value();
    model.addAttribute(
        "view",
        new ActView(
            null,
            "/stepped-back/mine",
            path,
            text("casefile.conflict.undo", locale),
            text("casefile.conflict.undo.lead", locale),
            List.of(
                FactView.of(text("ui.patient.case", locale), standing.caseNo().value()),
                FactView.of(
                    text("casefile.conflict.undo.who", locale),
                    users.displayName(standing.user()))),
            List.of(
                new ActView.Field(
                    "textarea",
                    "reason",
                    text("casefile.conflict.undo.reason", locale),
                    text("casefile.conflict.undo.help", locale),
                    reason,
                    true,
                    List.of())),
            standing.version(),
            standing.version(),
            ProblemView.of(refusals, messages, locale)));
    return "layout/act";
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private static CaseNo numberOf(String text) {
    return CaseNo.tryParse(text)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
