package no.vegvisar.referral.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.PostalAnswers;
import no.vegvisar.referral.QuestionViews;
import no.vegvisar.ui.ActPages;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where intake types what a referrer answered by letter, by phone or at the desk; no script. */
@Controller
class PostalAnswerController {

  private static final String PATH = "/cases/{caseNo}/referral/answer";

  private final PostalAnswers answers;
  private final QuestionViews questions;
  private final ActPages pages;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final Clock clock;

  PostalAnswerController(
      PostalAnswers answers,
      QuestionViews questions,
      ActPages pages,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      Clock clock) {
    this.answers = answers;
    this.questions = questions;
    this.pages = pages;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView blank(@PathVariable("caseNo") CaseNo caseNo, Locale locale) {
    requireMay(caseNo);
    access.open(caseNo, Thing.REFERRAL, "questions");
    String now = OsloTime.asTyped(clock.instant());
    return page(caseNo, Map.of("receivedAt", now), Ids.next().toString(), false, List.of(), locale);
  }

  @PostMapping(PATH)
  ModelAndView takeDown(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("_key") UUID key,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "scan", required = false) MultipartFile scan,
      Locale locale)
      throws IOException {
    requireMay(caseNo);
    Map<String, String> typed = new LinkedHashMap<>();
    sent.forEach((name, values) -> typed.put(name, String.join(", ", values)));
    boolean chosen = scan != null && !scan.isEmpty();
    List<Refusal> refusals =
        answers.takeDown(
            caseNo,
            key,
            version,
            new PostalAnswers.Typed(
                typed.getOrDefault("channel", ""),
                OsloTime.momentTyped(typed.getOrDefault("receivedAt", "")),
                typed.getOrDefault("answeredBy", ""),
                typed),
            chosen ? scan.getBytes() : null);
    if (refusals.isEmpty()) {
      return new ModelAndView("redirect:/cases/" + caseNo + "/referral");
    }
    return page(caseNo, typed, key.toString(), chosen, refusals, locale);
  }

  private void requireMay(CaseNo caseNo) {
    if (!answers.may(caseNo)) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-intake"));
    }
  }

  private ModelAndView page(
      CaseNo caseNo,
      Map<String, String> typed,
      String key,
      boolean fileLost,
      List<Refusal> refusals,
      Locale locale) {
    Language language = Language.of(locale);
    JsonNode open = questions.open(caseNo, language);
    List<ActView.Field> fields = new ArrayList<>();
    if (!open.isEmpty()) {
      fields.add(
          pages.radio(
              "channel",
              "referral.act.field.answer-channel",
              PostalAnswers.CHANNELS,
              "referral.word.",
              typed.getOrDefault("channel", ""),
              locale));
      fields.add(line("datetime-local", "receivedAt", "answer-received", typed, locale));
      fields.add(line("text", "answeredBy", "answer-by", typed, locale));
      open.forEach(field -> fields.add(asked(field, typed)));
      fields.add(
          pages.optional(
              "file",
              "scan",
              "referral.act.field.answer-scan",
              fileLost ? "referral.take-down.scan.again" : "referral.take-down.scan.help",
              null,
              locale));
    }
    String referral = "/cases/" + caseNo + "/referral";
    return pages.page(
        new ActPages.Place(
            persons.banner(cases.get(caseNo), language),
            referral,
            referral + "/answer",
            "referral.act.answer"),
        standing(caseNo, open, typed, language),
        fields,
        answers.version(caseNo),
        key,
        refusals,
        locale);
  }

  /** What is answered already; what was typed for such a question is shown, not lost. */
  private List<FactView> standing(
      CaseNo caseNo, JsonNode open, Map<String, String> typed, Language language) {
    List<FactView> facts = new ArrayList<>(questions.answered(caseNo, language));
    List<String> asked = new ArrayList<>(open.findValuesAsText("key"));
    questions.fieldsOf(caseNo, language).stream()
        .filter(f -> !asked.contains(f.key()) && !typed.getOrDefault(f.key(), "").isBlank())
        .forEach(
            f ->
                facts.add(
                    FactView.of(
                        pages.text("referral.answer.you-typed", language.locale()) + f.label(),
                        f.words(typed.get(f.key())))));
    if (open.isEmpty()) {
      facts.add(
          FactView.of(
              pages.text("referral.answer.open", language.locale()),
              pages.text("referral.answer.open.none", language.locale())));
    }
    return facts;
  }

  private ActView.Field line(
      String kind, String name, String label, Map<String, String> typed, Locale locale) {
    return pages.required(
        kind, name, "referral.act.field." + label, null, typed.getOrDefault(name, ""), locale);
  }

  /** A field of the referral's form, as a page without script draws it; none has to be answered. */
  private static ActView.Field asked(JsonNode field, Map<String, String> typed) {
    String key = field.path("key").asText();
    String value = typed.getOrDefault(key, "");
    List<String> chosen = List.of(value.split(", "));
    List<ChoiceView> options = new ArrayList<>();
    for (JsonNode option : field.path("values")) {
      String code = option.path("value").asText();
      options.add(ChoiceView.of(code, option.path("label").asText(), chosen.contains(code)));
    }
    String kind =
        switch (field.path("type").asText()) {
          case "checklist" -> "checkbox";
          case "radio", "select" -> "radio";
          case "textfield" -> "text";
          default -> "textarea";
        };
    return new ActView.Field(
        kind,
        key,
        field.path("label").asText(),
        field.path("description").asText(null),
        value,
        false,
        options);
  }
}
