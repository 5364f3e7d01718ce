package no.vegvisar.referral.web;

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
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.WayActs;
import no.vegvisar.referral.WayViews;
import no.vegvisar.ui.ActPages;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;

  WayActController(
      WayActs acts,
      WayViews views,
      ActPages pages,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access) {
    this.acts = acts;
    this.views = views;
    this.pages = pages;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
  }

  @GetMapping("/cases/{caseNo}/ways/emergency")
  ModelAndView emergency(@PathVariable("caseNo") CaseNo caseNo, Locale locale) {
    open(caseNo);
    return emergency(caseNo, Typed.NOTHING, List.of(), locale);
  }

  @PostMapping("/cases/{caseNo}/ways/emergency")
  ModelAndView settle(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "enters", defaultValue = "") String enters,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale) {
    List<Refusal> refusals =
        acts.settleEmergency(caseNo, version, enters, OsloTime.dayTyped(on), reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : emergency(caseNo, new Typed(enters, on, "", "", reason), refusals, locale);
  }

  private ModelAndView emergency(
      CaseNo caseNo, Typed typed, List<Refusal> refusals, Locale locale) {
    List<ActView.Field> fields =
        acts.emergencyOpen(caseNo) || !refusals.isEmpty()
            ? List.of(
                pages.radio(
                    "enters",
                    "referral.act.field.enters",
                    List.of("yes", "no"),
                    "referral.word.enters-",
                    typed.choice(),
                    locale),
                pages.required("date", "on", "referral.act.field.on", null, typed.on(), locale),
                pages.required(
                    "textarea",
                    "reason",
                    "referral.act.field.reason",
                    null,
                    typed.reason(),
                    locale))
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
        locale);
  }

  @GetMapping("/cases/{caseNo}/ways/bodies")
  ModelAndView body(@PathVariable("caseNo") CaseNo caseNo, Locale locale) {
    open(caseNo);
    return body(caseNo, Typed.NOTHING, Ids.next(), List.of(), locale);
  }

  @PostMapping("/cases/{caseNo}/ways/bodies")
  ModelAndView note(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("_key") UUID key,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "remindOn", defaultValue = "") String remindOn,
      Locale locale) {
    List<Refusal> refusals =
        acts.noteBody(
            key, caseNo, version, kind, OsloTime.dayTyped(on), OsloTime.dayTyped(remindOn));
    return refusals.isEmpty()
        ? back(caseNo)
        : body(caseNo, new Typed(kind, on, remindOn, "", ""), key, refusals, locale);
  }

  private ModelAndView body(
      CaseNo caseNo, Typed typed, UUID key, List<Refusal> refusals, Locale locale) {
    List<ActView.Field> fields =
        List.of(
            pages.radio(
                "kind",
                "referral.act.field.kind",
                WayActs.bodyKinds(),
                "referral.word.",
                typed.choice(),
                locale),
            pages.required("date", "on", "referral.act.field.started", null, typed.on(), locale),
            pages.optional(
                "date",
                "remindOn",
                "referral.act.field.remindOn",
                "referral.act.remindOn.help",
                typed.remindOn(),
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
        locale);
  }

  @GetMapping("/cases/{caseNo}/ways/bodies/{id}")
  ModelAndView step(
      @PathVariable("caseNo") CaseNo caseNo, @PathVariable("id") UUID id, Locale locale) {
    open(caseNo);
    return step(caseNo, id, Typed.NOTHING, List.of(), locale);
  }

  @PostMapping("/cases/{caseNo}/ways/bodies/{id}")
  ModelAndView tell(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("id") UUID id,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale) {
    List<Refusal> refusals =
        acts.tellBody(id, caseNo, version, step, OsloTime.dayTyped(on), reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : step(caseNo, id, new Typed(step, on, "", "", reason), refusals, locale);
  }

  private ModelAndView step(
      CaseNo caseNo, UUID id, Typed typed, List<Refusal> refusals, Locale locale) {
    List<String> possible = acts.stepsOf(caseNo, id);
    // what was typed stays on the page also when a colleague has told the end meanwhile
    List<String> steps =
        possible.isEmpty() && !typed.choice().isBlank() ? List.of(typed.choice()) : possible;
    List<ActView.Field> fields =
        steps.isEmpty()
            ? List.of()
            : List.of(
                pages.radio(
                    "step",
                    "referral.act.field.step",
                    steps,
                    "referral.word.",
                    typed.choice(),
                    locale),
                pages.required("date", "on", "referral.act.field.on", null, typed.on(), locale),
                pages.required(
                    "textarea",
                    "reason",
                    "referral.act.field.reason",
                    null,
                    typed.reason(),
                    locale));
    return page(
        caseNo,
        "bodies/" + id,
        "step",
        facts(caseNo, id, locale),
        fields,
        acts.versionOfBody(caseNo, id),
        Ids.next(),
        refusals,
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
  ModelAndView place(@PathVariable("caseNo") CaseNo caseNo, Locale locale) {
    open(caseNo);
    return place(caseNo, Typed.NOTHING, List.of(), locale);
  }

  @PostMapping("/cases/{caseNo}/ways/place")
  ModelAndView choose(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "place", defaultValue = "") String place,
      @RequestParam(name = "receiver", defaultValue = "") String receiver,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale) {
    List<Refusal> refusals = acts.choosePlace(caseNo, version, place, receiver, reason);
    return refusals.isEmpty()
        ? back(caseNo)
        : place(caseNo, new Typed(place, "", "", receiver, reason), refusals, locale);
  }

  private ModelAndView place(CaseNo caseNo, Typed typed, List<Refusal> refusals, Locale locale) {
    List<ActView.Field> fields =
        List.of(
            pages.radio(
                "place",
                "referral.act.field.place",
                List.of("aalesund", "molde", "elsewhere"),
                "referral.word.",
                typed.choice(),
                locale),
            pages.optional(
                "text",
                "receiver",
                "referral.act.field.receiver",
                "referral.act.receiver.help",
                typed.receiver(),
                locale),
            pages.optional(
                "textarea",
                "reason",
                "referral.act.field.reason",
                "referral.act.receiver.help",
                typed.reason(),
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
        locale);
  }

  private void open(CaseNo caseNo) {
    access.open(caseNo, Thing.REFERRAL, "ways");
    if (!acts.may(caseNo)) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
  }

  private static ModelAndView back(CaseNo caseNo) {
    // a case that has left is still read by who sent it on
    return new ModelAndView("redirect:/cases/" + caseNo + "/ways");
  }

  private ModelAndView page(
      CaseNo caseNo,
      String path,
      String act,
      List<FactView> facts,
      List<ActView.Field> fields,
      String version,
      UUID key,
      List<Refusal> refusals,
      Locale locale) {
    String ways = "/cases/" + caseNo + "/ways";
    return pages.page(
        new ActPages.Place(
            persons.banner(cases.get(caseNo), Language.of(locale)),
            ways,
            ways + "/" + path,
            "referral.act." + act),
        facts,
        fields,
        version,
        key.toString(),
        refusals,
        locale);
  }
}
