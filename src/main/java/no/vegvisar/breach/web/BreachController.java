package no.vegvisar.breach.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.breach.BreachDesk;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody sees from the case page that its start deadline cannot be kept. */
@Controller
class BreachController {

  private final BreachDesk desk;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final PersonViews persons;
  private final DeadlineWords words;
  private final FormPages forms;

  BreachController(
      BreachDesk desk,
      CaseFiles cases,
      CaseAccess access,
      PersonViews persons,
      DeadlineWords words,
      FormPages forms) {
    this.desk = desk;
    this.cases = cases;
    this.access = access;
    this.persons = persons;
    this.words = words;
    this.forms = forms;
  }

  @GetMapping("/cases/{caseNo}/breach/new")
  String ask(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    access.open(caseNo, Thing.CASE_SUMMARY, "deadline-breach");
    CaseSummary file = desk.requireTeller(caseNo);
    LocalDate deadline = desk.deadlineOf(caseNo).orElseThrow();
    return page(file, deadline, "", "", List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/breach")
  String tell(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "cause", defaultValue = "") String cause,
      @RequestParam(name = "words", defaultValue = "") String typed,
      @RequestParam(name = "_version", defaultValue = "") String version,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<CaseNo> outcome = desk.tell(caseNo, cause, typed, version);
    if (outcome.isDone()) {
      return "redirect:/cases/" + caseNo + "/breach";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    // known by now, it is no longer the reader's to tell; what they wrote is shown all the same
    return page(
        cases.get(caseNo),
        desk.deadlineOf(caseNo).orElse(null),
        cause,
        typed,
        outcome.refusals(),
        model,
        locale);
  }

  private String page(
      CaseSummary file,
      LocalDate deadlineOrNull,
      String cause,
      String typed,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    Language language = Language.of(locale);
    model.addAttribute(
        "view",
        new TellBreachView(
            persons.banner(file, language),
            "/cases/" + file.caseNo() + "/overview",
            "/cases/" + file.caseNo() + "/breach",
            deadlineOrNull == null
                ? null
                : words.of(deadlineOrNull, DeadlineClocks.Kind.BINDING, language).dateText(),
            deadlineOrNull == null ? "" : deadlineOrNull.toString(),
            cause,
            typed,
            forms.problems(refusals, language)));
    return "breach/tell";
  }
}
