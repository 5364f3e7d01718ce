package no.vegvisar.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.complaint.ComplaintDesk;
import no.vegvisar.complaint.ComplaintForwarding;
import no.vegvisar.complaint.ComplaintPages;
import no.vegvisar.complaint.ComplaintRegistrars;
import no.vegvisar.complaint.CounterPages;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.ui.ErrorPages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A complaint taken in from the case page, its papers, and its withdrawal. */
@Controller
class ComplaintController {

  private static final String FORM = "register-complaint";

  private final ComplaintDesk desk;
  private final ComplaintRegistrars registrars;
  private final ComplaintForwarding forwarding;
  private final ComplaintPages pages;
  private final FormGate gate;
  private final CounterPages counter;
  private final ErrorPages errors;

  ComplaintController(
      ComplaintDesk desk,
      ComplaintRegistrars registrars,
      ComplaintForwarding forwarding,
      ComplaintPages pages,
      FormGate gate,
      CounterPages counter,
      ErrorPages errors) {
    this.desk = desk;
    this.registrars = registrars;
    this.forwarding = forwarding;
    this.pages = pages;
    this.gate = gate;
    this.counter = counter;
    this.errors = errors;
  }

  /**
   * The draft's id stands in the address, so that going back and sending again is one complaint.
   */
  @GetMapping("/cases/{caseNo}/complaints/new")
  String form(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "draft", required = false) UUID draft,
      Model model,
      Locale locale) {
    registrars.require(caseNo);
    if (draft == null) {
      return "redirect:/cases/" + caseNo + "/complaints/new?draft=" + pages.newDraft();
    }
    UUID open = pages.goOn(draft);
    if (!open.equals(draft)) {
      return "redirect:/cases/" + caseNo + "/complaints/new?draft=" + open;
    }
    registrars.open(caseNo, "complaint-form");
    model.addAttribute("view", pages.form(caseNo, draft, Language.of(locale)));
    return "complaint/new";
  }

  @PostMapping("/cases/{caseNo}/complaints")
  Object register(
      HttpServletRequest request,
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("data") String data,
      @RequestParam("_key") UUID key) {
    registrars.require(caseNo);
    Outcome<Submission> outcome = gate.submit(FORM, caseNo, key.toString(), data);
    if (!outcome.isDone()) {
      return errors.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, outcome.refusals());
    }
    pages.sent(key.toString());
    String location = counter.home(caseNo, "registered");
    return ErrorPages.wantsJson(request)
        ? ResponseEntity.ok(Map.of("location", location))
        : "redirect:" + location;
  }

  @PostMapping("/cases/{caseNo}/complaints/{id}/papers")
  Object paper(
      HttpServletRequest request,
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      @RequestParam("file") MultipartFile file)
      throws IOException {
    Outcome<UUID> outcome = desk.addPaper(caseNo, id, file.getOriginalFilename(), file.getBytes());
    return outcome.isDone()
        ? "redirect:" + counter.home(caseNo, "paper")
        : errors.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, outcome.refusals());
  }

  /** What goes to the County Governor as it would be now; looking sends nothing. */
  @GetMapping("/cases/{caseNo}/complaints/{id}/forwarding")
  Object forwarding(
      HttpServletRequest request,
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id) {
    Outcome<byte[]> paper = forwarding.preview(caseNo, id);
    return paper.isDone()
        ? ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_PDF)
            .header("Content-Disposition", "inline; filename=\"complaint.pdf\"")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cache-Control", "no-store")
            .body(paper.value())
        : errors.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, paper.refusals());
  }

  @GetMapping("/cases/{caseNo}/complaints/{id}/withdraw")
  String askWithdraw(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      Model model,
      Locale locale) {
    registrars.open(caseNo, "complaint-withdrawal");
    model.addAttribute("view", pages.withdraw(caseNo, id, "", List.of(), Language.of(locale)));
    return "complaint/withdraw";
  }

  @PostMapping("/cases/{caseNo}/complaints/{id}/withdraw")
  String withdraw(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      @RequestParam(name = "_version", defaultValue = "-1") long version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "sure", defaultValue = "false") boolean sure,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> outcome = desk.withdraw(caseNo, id, version, reason, sure);
    if (outcome.isDone()) {
      return "redirect:" + counter.home(caseNo, "withdrawn");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute(
        "view", pages.withdraw(caseNo, id, reason, outcome.refusals(), Language.of(locale)));
    return "complaint/withdraw";
  }
}
