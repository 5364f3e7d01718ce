package no.vegvisar.correspondence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.correspondence.PostDesk.Piece;
import no.vegvisar.correspondence.ReturnedLetters;
import no.vegvisar.correspondence.ReturnedLetters.How;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ActView;
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

/** The page of a letter that came back: told another way, or sent to a new address; no script. */
@Controller
class ReturnedController {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  /** What was typed, so that a refusal keeps it. */
  record Fields(String how, String at, String by, String words, String address) {}

  private final ReturnedLetters returned;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final Users users;
  private final CurrentActor actor;
  private final MessageSource messages;
  private final Clock clock;

  ReturnedController(
      ReturnedLetters returned,
      CaseFiles cases,
      PersonViews persons,
      Users users,
      CurrentActor actor,
      MessageSource messages,
      Clock clock) {
    this.returned = returned;
    this.cases = cases;
    this.persons = persons;
    this.users = users;
    this.actor = actor;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/post/{letter}/told")
  String blank(@PathVariable("letter") UUID letter, Model model, Locale locale) {
    Optional<Piece> piece = returned.find(letter);
    if (piece.isEmpty()) {
      // a colleague has seen to it
      return "redirect:/post";
    }
    String now = OsloTime.dateTimeOf(clock.instant()).withSecond(0).withNano(0).toString();
    Fields fields = new Fields("", now, users.displayName(actor.get().id()), "", "");
    return page(letter, piece, fields, Ids.next(), List.of(), model, locale);
  }

  @PostMapping("/post/{letter}/told")
  String tell(
      @PathVariable("letter") UUID letter,
      @RequestParam("_key") UUID key,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "by", defaultValue = "") String by,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "address", defaultValue = "") String address,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals =
        returned.tell(
            letter, key, version, new ReturnedLetters.Typed(how, moment(at), by, words, address));
    if (refusals.isEmpty()) {
      return "redirect:/post?told";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    Fields typed = new Fields(how, at, by, words, address);
    return page(letter, returned.find(letter), typed, key, refusals, model, locale);
  }

  /**
   * @param piece empty when a colleague has seen to it meanwhile; what was typed is still shown
   */
  private String page(
      UUID letter,
      Optional<Piece> piece,
      Fields typed,
      UUID key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    boolean seen = piece.filter(Piece::seen).isPresent();
    model.addAttribute(
        "view",
        new ActView(
            seen
                ? persons.banner(cases.get(piece.get().letter().caseNo()), Language.of(locale))
                : null,
            "/post",
            "/post/" + letter + "/told",
            text("correspondence.returned.h", locale),
            text("correspondence.returned.lead", locale),
            piece.map(p -> facts(p, locale)).orElse(List.of()),
            fields(piece, typed, locale),
            returned.version(letter),
            key.toString(),
            ProblemView.of(refusals, messages, locale)));
    return "layout/act";
  }

  private List<FactView> facts(Piece piece, Locale locale) {
    List<FactView> facts = new ArrayList<>();
    facts.add(
        FactView.of(
            text("correspondence.col.letter", locale),
            piece.seen()
                ? text("correspondence.template." + piece.letter().template(), locale)
                : text("correspondence.post.elsewhere", locale)));
    if (!piece.seen()) {
      facts.add(FactView.of(text("ui.patient.case", locale), piece.letter().caseNo().value()));
    }
    if (piece.letter().sentAt() != null) {
      facts.add(
          FactView.of(
              text("correspondence.post.gone-on", locale),
              MOMENT.format(OsloTime.dateTimeOf(piece.letter().sentAt()))));
    }
    return facts;
  }

  private List<ActView.Field> fields(Optional<Piece> piece, Fields typed, Locale locale) {
    List<How> ways = piece.map(returned::waysFor).orElse(List.of(How.values()));
    List<ActView.Field> fields = new ArrayList<>();
    fields.add(
        new ActView.Field(
            "radio",
            "how",
            text("correspondence.returned.how", locale),
            null,
            null,
            true,
            ways.stream()
                .map(
                    how ->
                        ChoiceView.of(
                            how.code(),
                            text("correspondence.word." + how.code(), locale),
                            how.code().equals(typed.how())))
                .toList()));
    fields.add(field("text", "by", null, typed.by(), locale));
    fields.add(field("datetime-local", "at", null, typed.at(), locale));
    fields.add(field("textarea", "words", "told", typed.words(), locale));
    if (ways.contains(How.SENT_AGAIN)) {
      fields.add(field("textarea", "address", "again", typed.address(), locale));
    }
    return fields;
  }

  private ActView.Field field(String kind, String name, String help, String value, Locale locale) {
    return new ActView.Field(
        kind,
        name,
        text("correspondence.returned." + name, locale),
        help == null ? null : text("correspondence.returned.help." + help, locale),
        value,
        false,
        List.of());
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private static Instant moment(String typed) {
    try {
      return LocalDateTime.parse(typed.strip()).atZone(OsloTime.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
