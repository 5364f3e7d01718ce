package no.vegvisar.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentFacts;
import no.vegvisar.assessment.Talks;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an assessor calls the patient to a talk before the decision and says how it went. */
@Controller
class TalkPages {

  /** A talk as the page shows it. */
  public record Row(String id, String words, boolean open) {}

  /**
   * What {@code assessment/talk.html} draws.
   *
   * @param mayCall whether the reader may call and tell; else the page is read only
   * @param key goes along as {@code _key}: one talk, however often it is sent
   */
  public record TalkView(
      PatientBannerView banner,
      String caseHref,
      List<Row> talks,
      boolean mayCall,
      String how,
      String at,
      String key,
      List<ProblemView> problems) {}

  private final Talks talks;
  private final AssessmentFacts facts;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final MessageSource messages;

  TalkPages(
      Talks talks,
      AssessmentFacts facts,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      MessageSource messages) {
    this.talks = talks;
    this.facts = facts;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.messages = messages;
  }

  @GetMapping("/cases/{caseNo}/assessment/talk")
  String show(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    access.open(caseNo, Thing.CLINICAL_CONTENT, "talk");
    return page(caseNo, "", "", Ids.next().toString(), List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/assessment/talk")
  String call(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam("_key") UUID key,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> outcome = talks.call(caseNo, how, OsloTime.momentTyped(at), key);
    return answer(caseNo, outcome, how, at, key.toString(), model, locale, response);
  }

  @PostMapping("/cases/{caseNo}/assessment/talk/{talkId}")
  String went(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("talkId") UUID talkId,
      @RequestParam(name = "went", defaultValue = "") String went,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> outcome = talks.went(caseNo, talkId, went);
    return answer(caseNo, outcome, "", "", Ids.next().toString(), model, locale, response);
  }

  private String answer(
      CaseNo caseNo,
      Outcome<UUID> outcome,
      String how,
      String at,
      String key,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    if (outcome.isDone()) {
      return "redirect:/cases/" + caseNo + "/assessment/talk";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(caseNo, how, at, key, outcome.refusals(), model, locale);
  }

  private String page(
      CaseNo caseNo,
      String how,
      String at,
      String key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    Language language = Language.of(locale);
    model.addAttribute(
        "view",
        new TalkView(
            persons.banner(cases.get(caseNo), language),
            "/cases/" + caseNo + "/assessment",
            talks.of(caseNo).stream()
                .map(t -> new Row(t.id().toString(), facts.talk(t, language), t.open()))
                .toList(),
            talks.may(caseNo),
            how,
            at,
            key,
            ProblemView.of(refusals, messages, locale)));
    return "assessment/talk";
  }
}
