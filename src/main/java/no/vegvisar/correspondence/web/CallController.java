package no.vegvisar.correspondence.web;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.correspondence.CallLog;
import no.vegvisar.correspondence.PatientPhone;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.PhoneCautions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calls: on a case, and about nobody in particular. */
@Controller
class CallController {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  /** A call without a case: nothing in it leads to anybody. */
  public record GeneralRow(String when, String party, String given, String by) {}

  private final CallLog calls;
  private final PatientPhone phone;
  private final CaseAccess access;
  private final Users users;
  private final MessageSource messages;

  CallController(
      CallLog calls, PatientPhone phone, CaseAccess access, Users users, MessageSource messages) {
    this.calls = calls;
    this.phone = phone;
    this.access = access;
    this.users = users;
    this.messages = messages;
  }

  /** A refused call goes back to the page with all that was typed. */
  @PostMapping("/cases/{caseNo}/calls")
  String note(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("_key") String key,
      @RequestParam(name = "party", defaultValue = "other") String party,
      @RequestParam(name = "direction", defaultValue = "out") String direction,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "reached", defaultValue = "no") String reached,
      RedirectAttributes flash,
      Locale locale) {
    access.require(caseNo, Thing.LETTER);
    Outcome<CaseNo> outcome =
        calls.note(
            caseNo,
            key,
            new CallLog.Noted(
                CallLog.Party.of(party),
                direction.equals("in"),
                reached.equals("yes"),
                words,
                OsloTime.momentTyped(at)));
    if (!outcome.isDone()) {
      flash.addFlashAttribute(
          "callTyped",
          new HashMap<>(Map.of("party", party, "direction", direction, "at", at, "words", words)));
      flash.addFlashAttribute("callWrong", wrong(outcome.refusals(), locale));
    }
    return "redirect:/cases/" + caseNo + "/calls";
  }

  /** The phone is shared or wrong; anything else is the patient's own. The page is shown anew. */
  @PostMapping("/cases/{caseNo}/calls/phone")
  String phone(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "seen", defaultValue = "") String seen,
      @RequestParam(name = "phone", defaultValue = "") String told,
      RedirectAttributes flash,
      Locale locale) {
    List<Refusal> refusals =
        phone.beware(
            caseNo, PhoneCautions.Caution.of(seen), PhoneCautions.Caution.of(told).orElse(null));
    if (!refusals.isEmpty()) {
      flash.addFlashAttribute("callWrong", wrong(refusals, locale));
    }
    return "redirect:/cases/" + caseNo + "/calls";
  }

  private HashMap<String, String> wrong(List<Refusal> refusals, Locale locale) {
    HashMap<String, String> wrong = new HashMap<>();
    refusals.forEach(
        r -> wrong.put(r.field(), messages.getMessage(r.key(), r.args().toArray(), locale)));
    return wrong;
  }

  @GetMapping("/calls")
  String general(Model model, Locale locale) {
    model.addAttribute(
        "rows",
        calls.general().stream()
            .map(
                c ->
                    new GeneralRow(
                        MOMENT.format(OsloTime.dateTimeOf(c.at())),
                        messages.getMessage(
                            "correspondence.call.party." + c.party().code(), null, locale),
                        messages.getMessage("correspondence.call.given." + c.given(), null, locale),
                        users.displayName(c.by())))
            .toList());
    model.addAttribute("callKey", Ids.next().toString());
    model.addAttribute("given", CallLog.Given.values());
    return "correspondence/general-calls";
  }

  @PostMapping("/calls")
  String noteGeneral(
      @RequestParam("_key") String key,
      @RequestParam(name = "party", defaultValue = "nextOfKin") String party,
      @RequestParam(name = "given", defaultValue = "") String given) {
    calls.general(key, CallLog.Party.of(party), given);
    return "redirect:/calls";
  }
}
