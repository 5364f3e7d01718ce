package no.vegvisar.casefile.web;

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
import no.vegvisar.ui.ActPages;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
  private final ActPages pages;

  ConflictController(
      Conflicts conflicts,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      CurrentActor actor,
      Users users,
      ActPages pages) {
    this.conflicts = conflicts;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.actor = actor;
    this.users = users;
    this.pages = pages;
  }

  @GetMapping("/cases/{caseNo}/conflict")
  String ask(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
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
  String stepBack(@PathVariable("caseNo") CaseNo caseNo) {
    conflicts.stepBack(caseNo);
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
  ModelAndView mistake(
      @PathVariable("caseNo") CaseNo caseNo, @PathVariable("user") UserId user, Locale locale) {
    return standing(caseNo, user)
        .map(c -> page(c, "", List.of(), locale))
        .orElseGet(() -> new ModelAndView("redirect:/stepped-back/mine"));
  }

  @PostMapping("/cases/{caseNo}/conflict/{user}")
  ModelAndView takeBack(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("user") UserId user,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale) {
    List<Refusal> refusals = conflicts.takeBack(caseNo, user, version, reason);
    return refusals.isEmpty()
        ? new ModelAndView("redirect:/cases/" + caseNo + "/overview")
        : page(standing(caseNo, user).orElseThrow(), reason, refusals, locale);
  }

  private Optional<Conflicts.SteppedBack> standing(CaseNo caseNo, UserId user) {
    return conflicts.thatMayBeTakenBack(caseNo).stream()
        .filter(c -> c.user().equals(user))
        .findFirst();
  }

  private ModelAndView page(
      Conflicts.SteppedBack standing, String reason, List<Refusal> refusals, Locale locale) {
    return pages.page(
        new ActPages.Place(
            null,
            "/stepped-back/mine",
            "/cases/" + standing.caseNo() + "/conflict/" + standing.user().value(),
            "casefile.conflict.undo"),
        List.of(
            FactView.of(pages.text("ui.patient.case", locale), standing.caseNo().value()),
            FactView.of(
                pages.text("casefile.conflict.undo.who", locale),
                users.displayName(standing.user()))),
        List.of(
            pages.required(
                "textarea",
                "reason",
                "casefile.conflict.undo.reason",
                "casefile.conflict.undo.help",
                reason,
                locale)),
        standing.version(),
        standing.version(),
        refusals,
        locale);
  }
}
