package no.vegvisar.casefile.web;

import java.util.Locale;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where somebody steps back from a case; the answer names neither case nor person. */
@Controller
class ConflictController {

  private final Conflicts conflicts;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;

  ConflictController(Conflicts conflicts, CaseFiles cases, PersonViews persons, CaseAccess access) {
    this.conflicts = conflicts;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
  }

  @GetMapping("/cases/{caseNo}/conflict")
  String ask(@PathVariable("caseNo") String number, Model model, Locale locale) {
    CaseNo caseNo = numberOf(number);
    access.open(caseNo, Thing.CASE_SUMMARY, "conflict");
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

  private static CaseNo numberOf(String text) {
    return CaseNo.tryParse(text)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
