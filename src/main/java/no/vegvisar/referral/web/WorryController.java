package no.vegvisar.referral.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.WorryPages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Acute worry: read, note what was done, say who is on duty. Works without script. */
@Controller
class WorryController {

  private final WorryPages pages;

  WorryController(WorryPages pages) {
    this.pages = pages;
  }

  @GetMapping("/cases/{caseNo}/worry")
  ModelAndView worry(@PathVariable("caseNo") String number, Locale locale) {
    return draw(caseNo(number), null, List.of(), locale);
  }

  @PostMapping("/cases/{caseNo}/worry")
  ModelAndView settle(
      @PathVariable("caseNo") String number,
      @RequestParam(name = "done", defaultValue = "") String done,
      Locale locale) {
    CaseNo caseNo = caseNo(number);
    List<Refusal> refusals = pages.settle(caseNo, done);
    return refusals.isEmpty()
        ? new ModelAndView("redirect:/cases/" + caseNo + "/worry")
        : draw(caseNo, done, refusals, locale);
  }

  private ModelAndView draw(CaseNo caseNo, String typed, List<Refusal> refusals, Locale locale) {
    var view = new ModelAndView("referral/worry");
    view.addObject(
        "view",
        pages
            .open(caseNo, typed, refusals, Language.of(locale))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    view.setStatus(refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    return view;
  }

  @GetMapping("/referrals/duty")
  String duty(
      @RequestParam(name = "saved", required = false) String saved, Model model, Locale locale) {
    model.addAttribute("view", pages.duty(List.of(), saved != null, Language.of(locale)));
    return "referral/duty";
  }

  @PostMapping("/referrals/duty")
  ModelAndView setDuty(
      @RequestParam("receiver") String receiver,
      @RequestParam(name = "standIn", required = false) String standIn,
      @RequestParam("from") String from,
      @RequestParam(name = "until", required = false) String until,
      Locale locale) {
    List<Refusal> refusals = set(receiver, standIn, from, until);
    if (refusals.isEmpty()) {
      return new ModelAndView("redirect:/referrals/duty?saved");
    }
    var view = new ModelAndView("referral/duty");
    view.addObject("view", pages.duty(refusals, false, Language.of(locale)));
    view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return view;
  }

  private List<Refusal> set(String receiver, String standIn, String from, String until) {
    if (receiver.isBlank()) {
      return List.of(Refusal.of("referral.refusal.duty-who").at("receiver"));
    }
    try {
      LocalDate last = until == null || until.isBlank() ? null : LocalDate.parse(until);
      return pages.setDuty(LocalDate.parse(from), last, receiver, standIn);
    } catch (DateTimeParseException e) {
      return List.of(Refusal.of("referral.refusal.duty-day").at("from"));
    }
  }

  private static CaseNo caseNo(String number) {
    return CaseNo.tryParse(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
