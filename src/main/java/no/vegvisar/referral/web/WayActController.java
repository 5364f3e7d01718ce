package no.vegvisar.referral.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.WayActs;
import no.vegvisar.referral.WayViews;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages where a person tells what decides the way of a case; each works without script. */
@Controller
class WayActController {

  /** What was typed, so that a refusal keeps it. */
  record Typed(String choice, String on, String remindOn, String receiver, String reason) {
    static final Typed NOTHING = new Typed("", "", "", "", "");
  }

  private final WayActs acts;
  private final WayViews views;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final MessageSource messages;

  WayActController(
      WayActs acts,
      WayViews views,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      MessageSource messages) {
    this.acts = acts;
    this.views = views;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.messages = messages;
  }

  @GetMapping("/cases/{caseNo}/ways/emergency")
  String emergency(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    open(caseNo);
    return emergency(caseNo, Typed.NOTHING, List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ways/emergency")
  String settle(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "enters", defaultValue = "") String enters,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.settleEmergency(caseNo, enters, day(on), reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : again(
            response,
            emergency(caseNo, new Typed(enters, on, "", "", reason), refusals, model, locale));
  }

  private String emergency(
      CaseNo caseNo, Typed typed, List<Refusal> refusals, Model model, Locale locale) {
    List<ActView.Field> fields =
        acts.emergencyOpen(caseNo)
            ? List.of(
                radio("enters", "enters", List.of("yes", "no"), "enters-", typed.choice(), locale),
                field("date", "on", "on", null, typed.on(), true, locale),
                field("textarea", "reason", "reason", null, typed.reason(), true, locale))
            : List.of();
    return page(caseNo, "emergency", "emergency", fields, Ids.next(), refusals, model, locale);
  }

  @GetMapping("/cases/{caseNo}/ways/bodies")
  String body(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    open(caseNo);
    return body(caseNo, Typed.NOTHING, Ids.next(), List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ways/bodies")
  String note(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("_key") UUID key,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "remindOn", defaultValue = "") String remindOn,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.noteBody(key, caseNo, kind, day(on), day(remindOn));
    return refusals.isEmpty()
        ? back(caseNo)
        : again(
            response,
            body(caseNo, new Typed(kind, on, remindOn, "", ""), key, refusals, model, locale));
  }

  private String body(
      CaseNo caseNo, Typed typed, UUID key, List<Refusal> refusals, Model model, Locale locale) {
    List<ActView.Field> fields =
        List.of(
            radio("kind", "kind", WayActs.bodyKinds(), "", typed.choice(), locale),
            field("date", "on", "started", null, typed.on(), true, locale),
            field(
                "date",
                "remindOn",
                "remindOn",
                text("referral.act.remindOn.help", locale),
                typed.remindOn(),
                false,
                locale));
    return page(caseNo, "bodies", "bodies", fields, key, refusals, model, locale);
  }

  @GetMapping("/cases/{caseNo}/ways/bodies/{id}")
  String step(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      Model model,
      Locale locale) {
    open(caseNo);
    return step(caseNo, id, Typed.NOTHING, List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ways/bodies/{id}")
  String tell(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.tellBody(id, caseNo, step, day(on), reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : again(
            response,
            step(caseNo, id, new Typed(step, on, "", "", reason), refusals, model, locale));
  }

  private String step(
      CaseNo caseNo, UUID id, Typed typed, List<Refusal> refusals, Model model, Locale locale) {
    List<String> steps = acts.stepsOf(caseNo, id);
    List<ActView.Field> fields =
        steps.isEmpty()
            ? List.of()
            : List.of(
                radio("step", "step", steps, "", typed.choice(), locale),
                field("date", "on", "on", null, typed.on(), true, locale),
                field("textarea", "reason", "reason", null, typed.reason(), true, locale));
    return page(caseNo, "bodies/" + id, "step", fields, Ids.next(), refusals, model, locale);
  }

  @GetMapping("/cases/{caseNo}/ways/place")
  String place(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    open(caseNo);
    return place(caseNo, Typed.NOTHING, List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ways/place")
  String choose(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "place", defaultValue = "") String place,
      @RequestParam(name = "receiver", defaultValue = "") String receiver,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.choosePlace(caseNo, place, receiver, reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : again(
            response,
            place(caseNo, new Typed(place, "", "", receiver, reason), refusals, model, locale));
  }

  private String place(
      CaseNo caseNo, Typed typed, List<Refusal> refusals, Model model, Locale locale) {
    List<ActView.Field> fields =
        List.of(
            radio(
                "place",
                "place",
                List.of("aalesund", "molde", "elsewhere"),
                "",
                typed.choice(),
                locale),
            field(
                "text",
                "receiver",
                "receiver",
                text("referral.act.receiver.help", locale),
                typed.receiver(),
                false,
                locale),
            field(
                "textarea",
                "reason",
                "reason",
                text("referral.act.receiver.help", locale),
                typed.reason(),
                false,
                locale));
    return page(caseNo, "place", "place", fields, Ids.next(), refusals, model, locale);
  }

  private void open(CaseNo caseNo) {
    access.open(caseNo, Thing.REFERRAL, "ways");
    if (!acts.may(caseNo)) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
  }

  private static String back(CaseNo caseNo) {
    // a case that has left is still read by who sent it on
    return "redirect:/cases/" + caseNo + "/ways";
  }

  private static String again(HttpServletResponse response, String page) {
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page;
  }

  private String page(
      CaseNo caseNo,
      String path,
      String act,
      List<ActView.Field> fields,
      UUID key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    Language language = Language.of(locale);
    List<FactView> facts =
        act.equals("step")
            ? views.bodies(caseNo, language).stream()
                .filter(b -> path.endsWith(b.id().toString()))
                .map(b -> FactView.of(b.title(), b.state()))
                .toList()
            : List.of();
    model.addAttribute(
        "view",
        new ActView(
            persons.banner(cases.get(caseNo), language),
            "/cases/" + caseNo + "/ways",
            "/cases/" + caseNo + "/ways/" + path,
            text("referral.act." + act, locale),
            text("referral.act." + act + ".lead", locale),
            facts,
            fields,
            key.toString(),
            ProblemView.of(refusals, messages, locale)));
    return "referral/act";
  }

  private ActView.Field radio(
      String name, String label, List<String> codes, String prefix, String chosen, Locale locale) {
    return new ActView.Field(
        "radio",
        name,
        text("referral.act.field." + label, locale),
        null,
        null,
        true,
        codes.stream()
            .map(
                code ->
                    ChoiceView.of(
                        code, text("referral.word." + prefix + code, locale), code.equals(chosen)))
            .toList());
  }

  private ActView.Field field(
      String kind,
      String name,
      String label,
      String help,
      String value,
      boolean required,
      Locale locale) {
    return new ActView.Field(
        kind, name, text("referral.act.field." + label, locale), help, value, required, List.of());
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private static LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
