package no.vegvisar.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where somebody says that they are away and who stands in; a unit leader says it for those in the
 * unit.
 */
@Controller
class AbsenceController {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Absences absences;
  private final Users users;
  private final Organisations organisations;
  private final CurrentActor current;
  private final MessageSource messages;

  AbsenceController(
      Absences absences,
      Users users,
      Organisations organisations,
      CurrentActor current,
      MessageSource messages) {
    this.absences = absences;
    this.users = users;
    this.organisations = organisations;
    this.current = current;
    this.messages = messages;
  }

  /** Who may be away in which role, and who could stand in. */
  private record Pair(UserId user, Role role, String unit, UserId deputy) {

    String code() {
      return String.join(":", user.value(), role.code(), unit, deputy.value());
    }
  }

  @GetMapping("/absence")
  String show(Model model, Locale locale) {
    return page("", "", "", Ids.next().toString(), List.of(), model, locale);
  }

  @PostMapping("/absence")
  String register(
      @RequestParam(name = "who", defaultValue = "") String who,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "until", defaultValue = "") String until,
      @RequestParam("_key") UUID key,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Optional<Pair> pair = pairs().stream().filter(p -> p.code().equals(who)).findFirst();
    Outcome<Absence> outcome =
        pair.isEmpty()
            ? Outcome.refused(Refusal.of("organisation.refusal.absence-deputy").at("who"))
            : absences.register(
                new Absence(
                    key,
                    pair.get().user(),
                    pair.get().deputy(),
                    pair.get().role(),
                    pair.get().unit(),
                    OsloTime.dayTyped(from),
                    OsloTime.dayTyped(until)),
                current.get().id());
    if (outcome.isDone()) {
      return "redirect:/absence";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(who, from, until, key.toString(), outcome.refusals(), model, locale);
  }

  /** Ended in another tab already, it stays ended. */
  @PostMapping("/absence/{id}/end")
  String end(@PathVariable("id") UUID id) {
    if (absences.find(id).filter(this::concernsReader).isEmpty()) {
      throw new NoAccessException(Refusal.of("access.refusal.absence"));
    }
    absences.end(id, current.get().id());
    return "redirect:/absence";
  }

  /** Of the reader, and of those in units that the reader leads. */
  private List<Absence> mine() {
    Set<UserId> people = new LinkedHashSet<>();
    pairs().forEach(p -> people.add(p.user()));
    people.add(current.get().id());
    return people.stream()
        .flatMap(u -> absences.of(u).stream())
        .filter(this::concernsReader)
        .toList();
  }

  private boolean concernsReader(Absence absence) {
    return absence.user().equals(current.get().id()) || leads(absence.unit());
  }

  private boolean leads(String unit) {
    return current.get().holds(Role.UNIT_LEAD, unit);
  }

  private List<Pair> pairs() {
    Actor actor = current.get();
    List<Pair> pairs = new ArrayList<>();
    actor.held().forEach(h -> pairs.addAll(pairs(actor.id(), h.role(), h.unit())));
    actor.held().stream()
        .filter(h -> h.role() == Role.UNIT_LEAD)
        .forEach(
            lead -> {
              for (Role role : Role.values()) {
                users.holders(role, lead.unit()).stream()
                    .filter(u -> !u.id().equals(actor.id()))
                    .forEach(u -> pairs.addAll(pairs(u.id(), role, lead.unit())));
              }
            });
    return pairs;
  }

  private List<Pair> pairs(UserId user, Role role, String unit) {
    return users.holders(role, unit).stream()
        .map(User::id)
        .filter(deputy -> !deputy.equals(user))
        .map(deputy -> new Pair(user, role, unit, deputy))
        .toList();
  }

  private String page(
      String who,
      String from,
      String until,
      String key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    model.addAttribute(
        "view",
        new AbsenceView(
            mine().stream()
                .map(a -> new AbsenceView.Row(a.id().toString(), words(a, locale)))
                .toList(),
            pairs().stream()
                .map(
                    p ->
                        ChoiceView.of(
                            p.code(),
                            text(
                                "access.absence.pair",
                                locale,
                                users.displayName(p.user()),
                                text("organisation.role." + p.role().code(), locale),
                                unit(p.unit(), locale),
                                users.displayName(p.deputy())),
                            p.code().equals(who)))
                .toList(),
            from,
            until,
            key,
            ProblemView.of(refusals, messages, locale)));
    return "access/absence";
  }

  private String words(Absence a, Locale locale) {
    return text(
        "access.absence.line",
        locale,
        users.displayName(a.user()),
        DAY.format(a.from()),
        DAY.format(a.until()),
        users.displayName(a.deputy()),
        text("organisation.role." + a.role().code(), locale));
  }

  private String unit(String key, Locale locale) {
    return organisations
        .unit(key)
        .map(u -> Language.of(locale) == Language.NB ? u.nameNb() : u.nameNn())
        .orElse(key);
  }

  private String text(String key, Locale locale, Object... args) {
    return messages.getMessage(key, args, locale);
  }
}
