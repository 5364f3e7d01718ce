package no.vegvisar.correspondence.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
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
import no.vegvisar.ui.ActPages;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
  private final ActPages pages;
  private final Clock clock;

  ReturnedController(
      ReturnedLetters returned,
      CaseFiles cases,
      PersonViews persons,
      Users users,
      CurrentActor actor,
      ActPages pages,
      Clock clock) {
    this.returned = returned;
    this.cases = cases;
    this.persons = persons;
    this.users = users;
    this.actor = actor;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/post/{letter}/told")
  ModelAndView blank(@PathVariable("letter") UUID letter, Locale locale) {
    Optional<Piece> piece = returned.find(letter);
    if (piece.isEmpty()) {
      // a colleague has seen to it
      return new ModelAndView("redirect:/post");
    }
    String now = OsloTime.asTyped(clock.instant());
    Fields fields = new Fields("", now, users.displayName(actor.get().id()), "", "");
    return page(letter, piece, fields, Ids.next(), List.of(), locale);
  }

  @PostMapping("/post/{letter}/told")
  ModelAndView tell(
      @PathVariable("letter") UUID letter,
      @RequestParam("_key") UUID key,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "by", defaultValue = "") String by,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "address", defaultValue = "") String address,
      Locale locale) {
    List<Refusal> refusals =
        returned.tell(
            letter,
            key,
            version,
            new ReturnedLetters.Typed(how, OsloTime.momentTyped(at), by, words, address));
    if (refusals.isEmpty()) {
      return new ModelAndView("redirect:/post?told");
    }
    Fields typed = new Fields(how, at, by, words, address);
    return page(letter, returned.find(letter), typed, key, refusals, locale);
  }

  /**
   * @param piece empty when a colleague has seen to it meanwhile; what was typed is still shown
   */
  private ModelAndView page(
      UUID letter,
      Optional<Piece> piece,
      Fields typed,
      UUID key,
      List<Refusal> refusals,
      Locale locale) {
    boolean seen = piece.filter(Piece::seen).isPresent();
    return pages.page(
        new ActPages.Place(
            seen
                ? persons.banner(cases.get(piece.get().letter().caseNo()), Language.of(locale))
                : null,
            "/post",
            "/post/" + letter + "/told",
            "correspondence.returned"),
        piece.map(p -> facts(p, locale)).orElse(List.of()),
        fields(piece, typed, locale),
        returned.version(letter),
        key.toString(),
        refusals,
        locale);
  }

  private List<FactView> facts(Piece piece, Locale locale) {
    List<FactView> facts = new ArrayList<>();
    facts.add(
        FactView.of(
            pages.text("correspondence.col.letter", locale),
            piece.seen()
                ? pages.text("correspondence.template." + piece.letter().template(), locale)
                : pages.text("correspondence.post.elsewhere", locale)));
    if (!piece.seen()) {
      facts.add(
          FactView.of(pages.text("ui.patient.case", locale), piece.letter().caseNo().value()));
    }
    if (piece.address() != null) {
      facts.add(FactView.of(pages.text("correspondence.post.address", locale), piece.address()));
    }
    if (piece.letter().sentAt() != null) {
      facts.add(
          FactView.of(
              pages.text("correspondence.post.gone-on", locale),
              MOMENT.format(OsloTime.dateTimeOf(piece.letter().sentAt()))));
    }
    return facts;
  }

  private List<ActView.Field> fields(Optional<Piece> piece, Fields typed, Locale locale) {
    List<How> ways = piece.map(returned::waysFor).orElse(List.of(How.values()));
    List<ActView.Field> fields = new ArrayList<>();
    fields.add(
        pages.radio(
            "how",
            "correspondence.returned.how",
            ways.stream().map(How::code).toList(),
            "correspondence.word.",
            typed.how(),
            locale));
    fields.add(field("text", "by", null, typed.by(), locale));
    fields.add(field("datetime-local", "at", null, typed.at(), locale));
    fields.add(field("textarea", "words", "told", typed.words(), locale));
    if (ways.contains(How.SENT_AGAIN)) {
      fields.add(field("textarea", "address", "again", typed.address(), locale));
    }
    return fields;
  }

  private ActView.Field field(String kind, String name, String help, String value, Locale locale) {
    return pages.optional(
        kind,
        name,
        "correspondence.returned." + name,
        help == null ? null : "correspondence.returned.help." + help,
        value,
        locale);
  }
}
