package no.vegvisar.audit.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.vegvisar.audit.AuditDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The auditor's pages. A search is a POST with a purpose, so that no address tells whom somebody
 * looked for.
 */
@Controller
class AuditController {

  private static final int LONGEST_PURPOSE = 500;

  private final AuditDesk desk;
  private final MessageSource messages;

  AuditController(AuditDesk desk, MessageSource messages) {
    this.desk = desk;
    this.messages = messages;
  }

  @GetMapping("/audit")
  String search(Model model, Locale locale) {
    model.addAttribute("view", view(null, null, List.of(), locale));
    return "audit/search";
  }

  @PostMapping("/audit")
  String find(
      @RequestParam(name = "case", defaultValue = "") String typed,
      @RequestParam(name = "purpose", defaultValue = "") String purpose,
      Model model,
      Locale locale) {
    if (purpose.isBlank()) {
      model.addAttribute(
          "view",
          view(typed, null, List.of(problem("purpose", "audit.refusal.purpose", locale)), locale));
      return "audit/search";
    }
    if (purpose.length() > LONGEST_PURPOSE) {
      model.addAttribute(
          "view",
          view(
              typed,
              purpose,
              List.of(problem("purpose", "audit.refusal.purpose-long", locale)),
              locale));
      return "audit/search";
    }
    Optional<CaseNo> caseNo = CaseNo.tryParse(typed);
    if (caseNo.isEmpty() && !typed.isBlank()) {
      model.addAttribute(
          "view",
          view(typed, purpose, List.of(problem("case", "audit.refusal.case", locale)), locale));
      return "audit/search";
    }
    desk.searched(caseNo.orElse(null), purpose.strip());
    if (caseNo.isPresent()) {
      return "redirect:/audit/" + caseNo.get();
    }
    model.addAttribute("view", view(null, purpose, List.of(), locale));
    return "audit/search";
  }

  private ProblemView problem(String field, String key, Locale locale) {
    return new ProblemView(field, messages.getMessage(key, null, locale));
  }

  private AuditSearchView view(
      String caseNo, String purpose, List<ProblemView> problems, Locale locale) {
    List<AuditSearchView.Row> rows = desk.newest(Language.of(locale));
    return new AuditSearchView(caseNo, purpose, null, rows, rows.size(), List.of(), null, problems);
  }

  @GetMapping("/audit/{caseNo}")
  String open(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "instance", required = false) String instance,
      Model model,
      Locale locale) {
    model.addAttribute("view", desk.open(caseNo, instance, Language.of(locale)));
    return "audit/case";
  }

  /** The chain is checked at each opening; asking again opens again, and is logged again. */
  @PostMapping("/audit/{caseNo}/verify")
  String verify(@PathVariable("caseNo") CaseNo caseNo) {
    return "redirect:/audit/" + caseNo + "#audit-seal";
  }
}
