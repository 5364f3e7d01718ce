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
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.WayActs;
import no.vegvisar.referral.WayViews;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.FactView;
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
  private final ActPages pages;
  private final CaseAccess access;

  WayActController(WayActs acts, WayViews views, ActPages pages, CaseAccess access) {
    this.acts = acts;
    this.views = views;
    this.pages = pages;
    this.access = access;
  }

  @GetMapping("/cases/{caseNo}/ways/emergency")
  String emergency(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    open(caseNo);
    return emergency(caseNo, Typed.NOTHING, List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ways/emergency")
  String settle(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "enters", defaultValue = "") String enters,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.settleEmergency(caseNo, version, enters, day(on), reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : again(
            response,
            emergency(caseNo, new Typed(enters, on, "", "", reason), refusals, model, locale));
  }

  private String emergency(
      CaseNo caseNo, Typed typed, List<Refusal> refusals, Model model, Locale locale) {
    List<ActView.Field> fields =
        acts.emergencyOpen(caseNo) || !refusals.isEmpty()
            ? List.of(
                pages.radio(
                    "enters", "enters", List.of("yes", "no"), "enters-", typed.choice(), locale),
                pages.field("date", "on", "on", null, typed.on(), true, locale),
                pages.field("textarea", "reason", "reason", null, typed.reason(), true, locale))
            : List.of();
    return page(
        caseNo,
        "emergency",
        "emergency",
        views.emergency(caseNo, Language.of(locale)),
        fields,
        acts.versionOfEmergency(caseNo),
        Ids.next(),
        refusals,
        model,
        locale);
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
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "remindOn", defaultValue = "") String remindOn,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.noteBody(key, caseNo, version, kind, day(on), day(remindOn));
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
            pages.radio("kind", "kind", WayActs.bodyKinds(), "", typed.choice(), locale),
            pages.field("date", "on", "started", null, typed.on(), true, locale),
            pages.field(
                "date",
                "remindOn",
                "remindOn",
                pages.text("referral.act.remindOn.help", locale),
                typed.remindOn(),
                false,
                locale));
    return page(
        caseNo,
        "bodies",
        "bodies",
        facts(caseNo, null, locale),
        fields,
        acts.versionOfBodies(caseNo),
        key,
        refusals,
        model,
        locale);
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
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.tellBody(id, caseNo, version, step, day(on), reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : again(
            response,
            step(caseNo, id, new Typed(step, on, "", "", reason), refusals, model, locale));
  }

  private String step(
      CaseNo caseNo, UUID id, Typed typed, List<Refusal> refusals, Model model, Locale locale) {
    List<String> possible = acts.stepsOf(caseNo, id);
    // what was typed stays on the page also when a colleague has told the end meanwhile
    List<String> steps =
        possible.isEmpty() && !typed.choice().isBlank() ? List.of(typed.choice()) : possible;
    List<ActView.Field> fields =
        steps.isEmpty()
            ? List.of()
            : List.of(
                pages.radio("step", "step", steps, "", typed.choice(), locale),
                pages.field("date", "on", "on", null, typed.on(), true, locale),
                pages.field("textarea", "reason", "reason", null, typed.reason(), true, locale));
    return page(
        caseNo,
        "bodies/" + id,
        "step",
        facts(caseNo, id, locale),
        fields,
        acts.versionOfBody(caseNo, id),
        Ids.next(),
        refusals,
        model,
        locale);
  }

  /** What is noted of other bodies' cases, or of one of them. */
  private List<FactView> facts(CaseNo caseNo, UUID one, Locale locale) {
    return views.bodies(caseNo, Language.of(locale)).stream()
        .filter(b -> one == null || b.id().equals(one))
        .map(b -> FactView.of(b.title(), b.state()))
        .toList();
  }

  @GetMapping("/cases/{caseNo}/ways/place")
  String place(@PathVariable("caseNo") CaseNo caseNo, Model model, Locale locale) {
    open(caseNo);
    return place(caseNo, Typed.NOTHING, List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ways/place")
  String choose(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "place", defaultValue = "") String place,
      @RequestParam(name = "receiver", defaultValue = "") String receiver,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = acts.choosePlace(caseNo, version, place, receiver, reason);
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
            pages.radio(
                "place",
                "place",
                List.of("aalesund", "molde", "elsewhere"),
                "",
                typed.choice(),
                locale),
            pages.field(
                "text",
                "receiver",
                "receiver",
                pages.text("referral.act.receiver.help", locale),
                typed.receiver(),
                false,
                locale),
            pages.field(
                "textarea",
                "reason",
                "reason",
                pages.text("referral.act.receiver.help", locale),
                typed.reason(),
                false,
                locale));
    return page(
        caseNo,
        "place",
        "place",
        views.place(caseNo, Language.of(locale)),
        fields,
        acts.versionOfPlace(caseNo),
        Ids.next(),
        refusals,
        model,
        locale);
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
      List<FactView> facts,
      List<ActView.Field> fields,
      String version,
      UUID key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    return pages.draw(
        new ActPages.Place(caseNo, "ways/" + path, "ways", act),
        facts,
        fields,
        version,
        key.toString(),
        refusals,
        model,
        locale);
  }

  private static LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
