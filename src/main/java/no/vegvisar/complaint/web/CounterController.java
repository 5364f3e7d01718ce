package no.vegvisar.complaint.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.complaint.CounterPages;
import no.vegvisar.complaint.ElsewhereDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the post is opened: a complaint on any case of the clinic, and one that is not ours. */
@Controller
class CounterController {

  private final CounterPages pages;
  private final ElsewhereDesk elsewhere;

  CounterController(CounterPages pages, ElsewhereDesk elsewhere) {
    this.pages = pages;
    this.elsewhere = elsewhere;
  }

  @GetMapping("/complaints")
  String counter(
      @RequestParam(name = "case", required = false) String typed,
      @RequestParam(name = "done", required = false) String done,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    CounterView view = pages.counter(typed, known(done), Language.of(locale));
    if (!view.problems().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    model.addAttribute("view", view);
    return "complaint/counter";
  }

  private static String known(String done) {
    return done != null && List.of("registered", "paper", "withdrawn", "noted").contains(done)
        ? done
        : null;
  }

  @GetMapping("/cases/{caseNo}/complaints/elsewhere")
  String ask(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    var empty = new ElsewhereView.Typed("", "", "", "", "");
    model.addAttribute(
        "view", pages.elsewhere(caseNo, empty, null, List.of(), Language.of(locale)));
    return "complaint/elsewhere";
  }

  @PostMapping("/cases/{caseNo}/complaints/elsewhere")
  String note(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("_key") UUID key,
      ElsewhereView.Typed typed,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> outcome =
        elsewhere.note(
            caseNo,
            key,
            new ElsewhereDesk.Noted(
                OsloTime.dayTyped(typed.receivedOn()),
                typed.about(),
                typed.way(),
                OsloTime.dayTyped(typed.doneOn()),
                typed.toWhom()));
    if (outcome.isDone()) {
      return "redirect:" + pages.home(caseNo, "noted");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute(
        "view",
        pages.elsewhere(caseNo, typed, key.toString(), outcome.refusals(), Language.of(locale)));
    return "complaint/elsewhere";
  }
}
