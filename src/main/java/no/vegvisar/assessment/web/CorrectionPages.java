package no.vegvisar.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.DecisionCorrections;
import no.vegvisar.assessment.DecisionCorrections.Correction;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a decision letter is put right: write, look at the letter, send. */
@Controller
class CorrectionPages {

  private final DecisionCorrections corrections;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final MessageSource messages;

  CorrectionPages(
      DecisionCorrections corrections,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      MessageSource messages) {
    this.corrections = corrections;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.messages = messages;
  }

  /**
   * For who stands in and has nothing else to do with the case: by the number on the letter.
   * Refused to who could correct nobody's.
   */
  @GetMapping("/corrections")
  String find(
      @RequestParam(name = "case", required = false) String typed,
      @RequestParam(name = "done", required = false) CaseNo done,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    corrections.requireCorrector();
    Optional<CaseNo> found =
        Optional.ofNullable(typed)
            .flatMap(t -> CaseNo.tryParse(t.strip()))
            .filter(corrections::may);
    if (found.isPresent()) {
      return "redirect:/cases/" + found.get() + "/assessment/correction";
    }
    boolean wrong = typed != null && !typed.isBlank();
    if (wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    model.addAttribute("typed", wrong ? typed : "");
    model.addAttribute("done", done == null ? null : done.value());
    model.addAttribute(
        "problems",
        wrong
            ? ProblemView.of(
                List.of(Refusal.of("assessment.refusal.nothing-to-correct").at("case")),
                messages,
                locale)
            : List.of());
    return "assessment/corrections";
  }

  @GetMapping("/cases/{caseNo}/assessment/correction")
  String ask(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    corrections.open(caseNo, "letter-correction");
    DecisionCorrections.Standing standing = standing(caseNo);
    Correction now = standing.words();
    CorrectionView.Typed typed =
        new CorrectionView.Typed(
            "",
            now.reason(),
            now.elsewhere(),
            now.place(),
            now.placeDiffers(),
            now.firstAppointment() == null
                ? ""
                : OsloTime.dateTimeOf(now.firstAppointment()).withSecond(0).withNano(0).toString());
    return page(caseNo, standing, typed, Ids.next().toString(), List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/assessment/correction")
  String correct(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("_version") long version,
      @RequestParam("_key") UUID key,
      CorrectionView.Typed typed,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> outcome = corrections.correct(caseNo, correction(typed), version, key);
    if (outcome.isDone()) {
      return "redirect:" + home(caseNo);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(caseNo, standing(caseNo), typed, key.toString(), outcome.refusals(), model, locale);
  }

  /** The letter as it would be; opened beside the page. */
  @PostMapping("/cases/{caseNo}/assessment/correction/preview")
  ResponseEntity<byte[]> preview(
      @PathVariable("caseNo") CaseNo caseNo, CorrectionView.Typed typed) {
    corrections.open(caseNo, "letter-preview");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(corrections.preview(caseNo, correction(typed)));
  }

  private String page(
      CaseNo caseNo,
      DecisionCorrections.Standing standing,
      CorrectionView.Typed typed,
      String key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    List<ProblemView> problems = ProblemView.of(refusals, messages, locale);
    model.addAttribute(
        "view",
        new CorrectionView(
            persons.banner(cases.get(caseNo), Language.of(locale)),
            home(caseNo),
            "/cases/" + caseNo + "/assessment/correction",
            standing.outcome(),
            typed,
            Long.toString(standing.version()),
            key,
            problems));
    return "assessment/correction";
  }

  /** Where the reader may go on: who stands in may have nothing else of the case. */
  private String home(CaseNo caseNo) {
    if (access.decide(caseNo, Thing.CLINICAL_CONTENT).content()) {
      return "/cases/" + caseNo + "/assessment";
    }
    return access.decide(caseNo, Thing.CASE_SUMMARY).content()
        ? "/cases/" + caseNo + "/overview"
        : "/corrections?done=" + caseNo;
  }

  private DecisionCorrections.Standing standing(CaseNo caseNo) {
    return corrections
        .standing(caseNo)
        .orElseThrow(() -> new NoAccessException(Refusal.of("assessment.refusal.may-not-correct")));
  }

  private static Correction correction(CorrectionView.Typed typed) {
    return new Correction(
        tidy(typed.reason()),
        tidy(typed.elsewhere()),
        tidy(typed.place()),
        tidy(typed.placeDiffers()),
        at(typed.appointment()),
        tidy(typed.why()));
  }

  private static String tidy(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Instant at(String text) {
    try {
      return text == null || text.isBlank()
          ? null
          : LocalDateTime.parse(text).atZone(OsloTime.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }
}
