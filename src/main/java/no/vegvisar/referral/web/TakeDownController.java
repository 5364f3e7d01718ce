package no.vegvisar.referral.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.NationalId;
import no.vegvisar.referral.PaperReferrals;
import no.vegvisar.referral.ReferralKind;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.ProblemView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A referral on paper or by phone, typed by intake in one go; works without script. */
@Controller
class TakeDownController {

  private static final String RECEIPT = "firstReceipt";

  private final PaperReferrals paper;
  private final FormPages pages;
  private final CurrentActor actor;
  private final ObjectMapper json;
  private final Clock clock;

  TakeDownController(
      PaperReferrals paper, FormPages pages, CurrentActor actor, ObjectMapper json, Clock clock) {
    this.paper = paper;
    this.pages = pages;
    this.actor = actor;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping("/referrals/register")
  String blank(
      @RequestParam(name = "done", required = false) String reference,
      @RequestParam(name = "id", required = false) String idMark,
      Model model,
      Locale locale) {
    IncomingController.requireIntake(actor);
    TakeDownView.Done done =
        reference != null && reference.matches("R[0-9-]{5,20}")
            ? new TakeDownView.Done(
                reference, "fails".equals(idMark), "/referrals/" + reference + "/take")
            : null;
    return page(Map.of(), List.of(), false, null, done, model, locale);
  }

  @PostMapping("/referrals/register")
  String takeDown(
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "scan", required = false) MultipartFile scan,
      @RequestParam("_key") String key,
      Model model,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    IncomingController.requireIntake(actor);
    boolean chosen = scan != null && !scan.isEmpty();
    Outcome<PaperReferrals.TakenDown> outcome =
        paper.takeDown(key, answers(typed), chosen ? scan.getBytes() : null);
    if (outcome.isDone()) {
      boolean fails = NationalId.read(typed.get("nationalId")).mark() == NationalId.Mark.FAILING;
      return "redirect:/referrals/register?done="
          + outcome.value().reference()
          + (fails ? "&id=fails" : "");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(typed, outcome.refusals(), chosen, key, null, model, locale);
  }

  /** Only what the form knows; digits of a number without the spaces people write. */
  private ObjectNode answers(Map<String, String> typed) {
    ObjectNode answers = json.createObjectNode();
    typed.forEach(
        (name, text) -> {
          if (!name.startsWith("_") && !text.isBlank()) {
            answers.put(name, name.equals("nationalId") ? text.replaceAll("\\s", "") : text);
          }
        });
    return answers;
  }

  private String page(
      Map<String, String> typed,
      List<Refusal> refusals,
      boolean fileLost,
      String key,
      TakeDownView.Done done,
      Model model,
      Locale locale) {
    Language language = Language.of(locale);
    FormView form =
        pages.of(
            PaperReferrals.FORM,
            pages.newDraft(),
            actor.get().id(),
            "/referrals/register",
            FormHandler.Context.NONE,
            language);
    Map<String, TakeDownView.Field> fields = new LinkedHashMap<>();
    Map<String, String> sections = new LinkedHashMap<>();
    read(form.schema().path("components"), fields, sections);
    Map<String, String> shown = new LinkedHashMap<>();
    fields.keySet().forEach(name -> shown.put(name, typed.getOrDefault(name, "")));
    if (typed.isEmpty()) {
      shown.put(RECEIPT, OsloTime.asTyped(clock.instant()));
      shown.put(ReferralKind.FIELD, ReferralKind.ORDINARY.word());
    }
    List<ProblemView> problems = pages.problems(refusals, language);
    Map<String, String> wrong = new LinkedHashMap<>();
    problems.stream()
        .filter(p -> p.field() != null)
        .forEach(p -> wrong.putIfAbsent(p.field(), p.message()));
    model.addAttribute(
        "view",
        new TakeDownView(
            fields,
            sections,
            shown,
            problems,
            wrong,
            fileLost,
            form.version(),
            key == null ? form.key() : key,
            done));
    return "referral/register";
  }

  private static void read(
      JsonNode components, Map<String, TakeDownView.Field> fields, Map<String, String> sections) {
    for (JsonNode component : components) {
      if (component.path("type").asText().equals("group")) {
        sections.put(component.path("id").asText(), component.path("label").asText());
        read(component.path("components"), fields, sections);
        continue;
      }
      List<ChoiceView> options = new ArrayList<>();
      for (JsonNode option : component.path("values")) {
        options.add(
            ChoiceView.of(option.path("value").asText(), option.path("label").asText(), false));
      }
      fields.put(
          component.path("key").asText(),
          new TakeDownView.Field(
              component.path("label").asText(),
              component.path("description").asText(null),
              component.path("validate").path("required").asBoolean(false),
              component.path("validate").path("maxLength").asInt(0),
              options));
    }
  }
}
