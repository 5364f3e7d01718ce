package no.vegvisar.complaint.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.complaint.UpheldPartPages;
import no.vegvisar.complaint.UpheldParts;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was upheld in part of a complaint, to the unit leader who carries it out. */
@Controller
@RequestMapping("/cases/{caseNo}/complaints/{id}/upheld-part")
class UpheldPartController {

  private final UpheldParts parts;
  private final UpheldPartPages pages;

  UpheldPartController(UpheldParts parts, UpheldPartPages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  @GetMapping
  String page(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      Model model,
      Locale locale) {
    model.addAttribute("view", pages.open(caseNo, id, Language.of(locale)));
    return "complaint/upheld-part";
  }

  @PostMapping
  String carriedOut(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      @RequestParam(name = "done", defaultValue = "") String done,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> outcome = parts.carriedOut(caseNo, id, done);
    if (outcome.isDone()) {
      return "redirect:" + parts.home(caseNo);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute(
        "view", pages.again(caseNo, id, done, outcome.refusals(), Language.of(locale)));
    return "complaint/upheld-part";
  }
}
