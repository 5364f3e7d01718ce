package no.vegvisar.casefile.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseActions;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.casefile.Phase;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.ProblemView;
import no.vegvisar.ui.StepView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of one case: banner, phases, parts. A part is shown only after it was opened and logged.
 */
@Controller
class CaseController {

  private static final List<Phase> CLINIC_PHASES =
      List.of(
          Phase.REFERRAL,
          Phase.ASSESSMENT,
          Phase.WORK_UP,
          Phase.TREATMENT,
          Phase.FOLLOW_UP,
          Phase.CLOSED);
  private static final List<Phase> MUNICIPAL_PHASES =
      List.of(Phase.APPLICATION, Phase.SERVICE, Phase.CLOSED);
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final CaseFiles cases;
  private final List<CasePart> parts;
  private final List<CaseActions> offers;
  private final CaseAccess access;
  private final CareEndings endings;
  private final Conflicts conflicts;
  private final PersonViews persons;
  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;

  CaseController(
      CaseFiles cases,
      List<CasePart> parts,
      List<CaseActions> offers,
      CaseAccess access,
      CareEndings endings,
      Conflicts conflicts,
      PersonViews persons,
      Users users,
      Organisations organisations,
      MessageSource messages) {
    this.cases = cases;
    this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
    this.offers = offers;
    this.access = access;
    this.endings = endings;
    this.conflicts = conflicts;
    this.persons = persons;
    this.users = users;
    this.organisations = organisations;
    this.messages = messages;
  }

  @GetMapping("/cases/{caseNo}")
  String overview(@PathVariable("caseNo") CaseNo caseNo) {
    return "redirect:/cases/" + caseNo + "/overview";
  }

  @GetMapping("/cases/{caseNo}/{part}")
  String part(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("part") String key,
      Model model,
      Locale locale) {
    CasePart part =
        parts.stream()
            .filter(p -> p.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    // the page shows the case around its part, so whoever may not see the case sees no part either
    access.require(caseNo, Thing.CASE_SUMMARY);
    if (access.decide(caseNo, Thing.CASE_SUMMARY).ofControl()) {
      return "redirect:/audit/" + caseNo;
    }
    // first the log, then the case; a number nobody has is refused in the same words
    access.open(caseNo, part.thing(), part.key());
    CaseSummary file =
        cases
            .find(caseNo)
            .orElseThrow(() -> new NoAccessException(Refusal.of("access.refusal.no-tie")));
    if (!part.concerns(file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAllAttributes(part.model(caseNo));
    model.addAttribute("view", frame(file, part, Language.of(locale)));
    return "casefile/case";
  }

  private CaseView frame(CaseSummary file, CasePart shown, Language language) {
    Locale locale = language.locale();
    List<LinkView> links =
        parts.stream()
            .filter(p -> p.concerns(file) && access.decide(file.caseNo(), p.thing()).allowed())
            .map(
                p ->
                    new LinkView(
                        title(p, locale),
                        "/cases/" + file.caseNo() + "/" + p.key(),
                        p.icon(),
                        null,
                        false,
                        p == shown))
            .toList();
    List<LinkView> actions = new ArrayList<>();
    if (shown.key().equals(OverviewPart.KEY)) {
      offers.forEach(o -> actions.addAll(o.of(file, locale)));
    }
    if (shown.key().equals(OverviewPart.KEY) && endings.mayTell(file)) {
      for (Ending ending : Ending.values()) {
        actions.add(
            LinkView.to(
                message("casefile.ending." + ending.word, locale),
                "/cases/" + file.caseNo() + "/ending/" + ending.word,
                ending.icon));
      }
    }
    if (shown.key().equals(OverviewPart.KEY)
        && file.open()
        && (access.decide(file.caseNo(), Thing.CASE_SUMMARY).content()
            || !conflicts.thatMayBeTakenBack(file.caseNo()).isEmpty())) {
      actions.add(
          LinkView.to(
              message("casefile.conflict.title", locale),
              "/cases/" + file.caseNo() + "/conflict",
              "PersonCross"));
    }
    String note =
        file.open()
            ? null
            : message(
                "casefile.note.closed",
                locale,
                messages.getMessage(
                    "casefile.word." + file.closeReason(), null, file.closeReason(), locale));
    return new CaseView(
        persons.banner(file, language),
        facts(file, language),
        steps(file, locale),
        links,
        title(shown, locale),
        shown.template(),
        actions,
        note);
  }

  private List<FactView> facts(CaseSummary file, Language language) {
    List<FactView> facts = new ArrayList<>();
    facts.add(
        FactView.of(
            message("casefile.fact.unit", language.locale()), unitName(file.unit(), language)));
    for (Role role : List.of(Role.THERAPIST, Role.MUNICIPAL_COORDINATOR)) {
      cases
          .member(file.caseNo(), role)
          .ifPresent(
              user ->
                  facts.add(
                      FactView.of(
                          message("organisation.role." + role.code(), language.locale()),
                          users.displayName(user))));
    }
    return facts;
  }

  private List<StepView> steps(CaseSummary file, Locale locale) {
    List<Phase> phases = file.kind() == CaseKind.CLINIC ? CLINIC_PHASES : MUNICIPAL_PHASES;
    int now = phases.indexOf(file.phase());
    List<StepView> steps = new ArrayList<>();
    for (int i = 0; i < phases.size(); i++) {
      StepView.State state =
          i < now ? StepView.State.DONE : i == now ? StepView.State.NOW : StepView.State.NEXT;
      steps.add(
          new StepView(
              phases.get(i).name().toLowerCase(Locale.ROOT),
              message("casefile.phase." + phases.get(i), locale),
              state,
              null));
    }
    return steps;
  }

  private String unitName(String unit, Language language) {
    return organisations
        .unit(unit)
        .map(u -> language == Language.NB ? u.nameNb() : u.nameNn())
        .orElse(unit);
  }

  private String title(CasePart part, Locale locale) {
    return message("casefile.part." + part.key(), locale);
  }

  private String message(String key, Locale locale, Object... args) {
    return messages.getMessage(key, args, locale);
  }

  /** Why care may end before its end. */
  enum Ending {
    DIED("died", "Flower"),
    WITHDREW("withdrew", "PersonCross"),
    TRANSFERRED("transferred", "ArrowForward");

    private final String word;
    private final String icon;

    Ending(String word, String icon) {
      this.word = word;
      this.icon = icon;
    }

    static Ending of(String word) {
      return java.util.Arrays.stream(values())
          .filter(e -> e.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
  }

  @GetMapping("/cases/{caseNo}/ending/{what}")
  String askEnding(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("what") String what,
      Model model,
      Locale locale) {
    access.open(caseNo, Thing.CASE_SUMMARY, "ending");
    return ending(caseNo, Ending.of(what), "", "", List.of(), model, locale);
  }

  @PostMapping("/cases/{caseNo}/ending/{what}")
  Object tellEnding(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("what") String what,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "sure", defaultValue = "false") boolean sure,
      Model model,
      Locale locale,
      jakarta.servlet.http.HttpServletResponse response) {
    Ending ending = Ending.of(what);
    Outcome<CaseNo> outcome =
        !sure
            ? Outcome.refused(Refusal.of("casefile.refusal.sure").at("sure"))
            : switch (ending) {
              case DIED -> endings.died(caseNo, day(on), reason);
              case WITHDREW -> endings.withdrew(caseNo, reason);
              case TRANSFERRED -> endings.transferred(caseNo, reason);
            };
    if (outcome.isDone()) {
      return "redirect:/cases/" + caseNo + "/overview";
    }
    access.require(caseNo, Thing.CASE_SUMMARY);
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return ending(caseNo, ending, reason, on, outcome.refusals(), model, locale);
  }

  private String ending(
      CaseNo caseNo,
      Ending ending,
      String reason,
      String on,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    CaseSummary file = cases.get(caseNo);
    if (!endings.mayTell(file)) {
      throw new NoAccessException(Refusal.of("casefile.refusal.may-not-tell"));
    }
    List<ProblemView> problems = ProblemView.of(refusals, messages, locale);
    model.addAttribute(
        "view",
        new EndingView(
            persons.banner(file, Language.of(locale)),
            "/cases/" + caseNo + "/overview",
            "/cases/" + caseNo + "/ending/" + ending.word,
            message("casefile.ending." + ending.word, locale),
            message("casefile.ending." + ending.word + ".lead", locale),
            ending == Ending.DIED,
            reason,
            on,
            problems));
    return "casefile/ending";
  }

  /** As typed, dd.mm.yyyy or ISO; null when it is no date. */
  private static LocalDate day(String text) {
    String tidy = text.strip();
    try {
      return tidy.contains("-") ? LocalDate.parse(tidy) : LocalDate.parse(tidy, TYPED);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
