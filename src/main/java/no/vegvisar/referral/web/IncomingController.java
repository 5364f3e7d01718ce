package no.vegvisar.referral.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.referral.Incoming;
import no.vegvisar.referral.Incoming.Arrival;
import no.vegvisar.ui.PatientBannerView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where intake begins the day: what came since the office closed. */
@Controller
class IncomingController {

  private static final Map<String, String> ICONS =
      Map.of("web", "Laptop", "post", "EnvelopeClosed", "phone", "Phone", "fhir", "Branching");

  private final Incoming incoming;
  private final TaskDesk desk;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final DeadlineClocks clocks;
  private final DeadlineWords words;
  private final CurrentActor actor;
  private final MessageSource messages;

  IncomingController(
      Incoming incoming,
      TaskDesk desk,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      DeadlineClocks clocks,
      DeadlineWords words,
      CurrentActor actor,
      MessageSource messages) {
    this.incoming = incoming;
    this.desk = desk;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.clocks = clocks;
    this.words = words;
    this.actor = actor;
    this.messages = messages;
  }

  @GetMapping("/referrals/incoming")
  String list(Model model, Locale locale) {
    requireIntake(actor);
    Language language = Language.of(locale);
    Instant closing = incoming.lastClosing();
    List<Arrival> all = incoming.unregistered();
    List<CaseNo> numbers = all.stream().map(Arrival::caseNo).toList();
    Map<CaseNo, PatientBannerView> known = persons.banners(cases.all(numbers).values(), language);
    Map<String, DeadlineClock> t01 =
        clocks.find("T01", numbers.stream().map(CaseNo::value).toList());
    model.addAttribute(
        "view",
        new IncomingView(
            messages.getMessage(
                "referral.incoming.since", new Object[] {moment(closing, language)}, locale),
            all.stream()
                .filter(a -> !a.receivedAt().isBefore(closing))
                .map(a -> row(a, known.get(a.caseNo()), t01.get(a.caseNo().value()), language))
                .toList(),
            all.stream()
                .filter(a -> a.receivedAt().isBefore(closing))
                .map(a -> row(a, known.get(a.caseNo()), t01.get(a.caseNo().value()), language))
                .toList()));
    return "referral/incoming";
  }

  private IncomingView.Row row(
      Arrival arrival, PatientBannerView person, DeadlineClock t01, Language language) {
    return new IncomingView.Row(
        arrival.reference(),
        person.fullName(),
        person.bornText(),
        arrival.caseNo().value(),
        arrival.channel(),
        messages.getMessage("referral.channel." + arrival.channel(), null, language.locale()),
        ICONS.getOrDefault(arrival.channel(), "EnvelopeClosed"),
        moment(arrival.firstReceipt(), language),
        arrival.worry(),
        person.marks(),
        t01 == null ? null : words.of(t01, language),
        "/referrals/" + arrival.reference() + "/take");
  }

  /** Takes the step and opens it; a colleague's is opened too and says whose it is. */
  @PostMapping("/referrals/{reference}/take")
  String take(@PathVariable("reference") String reference) {
    requireIntake(actor);
    Optional<OpenTask> step = incoming.step(reference);
    if (step.isEmpty()) {
      return "redirect:/referrals/incoming";
    }
    access.require(CaseNo.parse(step.get().caseNo()), Thing.REFERRAL);
    desk.claim(step.get().taskId());
    return "redirect:/tasks/" + step.get().taskId();
  }

  static void requireIntake(CurrentActor actor) {
    if (!actor.get().holds(Role.INTAKE)) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-intake"));
    }
  }

  private static String moment(Instant at, Language language) {
    return DateTimeFormatter.ofPattern(
            language == Language.EN ? "EEEE d MMMM HH.mm" : "EEEE d. MMMM 'kl.' HH.mm",
            language.locale())
        .format(OsloTime.dateTimeOf(at));
  }
}
