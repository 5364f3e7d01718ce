package no.vegvisar.correspondence.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.casefile.CaseDeadlines;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.PostDesk;
import no.vegvisar.correspondence.PostDesk.Piece;
import no.vegvisar.correspondence.PostDesk.Place;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.DueView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The table where intake prints, posts and takes back letters; works without script. */
@Controller
class PostController {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final PostDesk desk;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final ObjectProvider<CaseDeadlines> deadlines;
  private final MessageSource messages;
  private final Clock clock;

  PostController(
      PostDesk desk,
      CaseFiles cases,
      PersonViews persons,
      ObjectProvider<CaseDeadlines> deadlines,
      MessageSource messages,
      Clock clock) {
    this.desk = desk;
    this.cases = cases;
    this.persons = persons;
    this.deadlines = deadlines;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/post")
  String table(
      @RequestParam(name = "posted", required = false) Integer posted,
      @RequestParam(name = "back", required = false) String back,
      @RequestParam(name = "told", required = false) String told,
      Model model,
      Locale locale) {
    String notice =
        posted != null
            ? messages.getMessage("correspondence.post.done", new Object[] {posted}, locale)
            : back != null
                ? text("correspondence.post.came-back", locale)
                : told == null ? null : text("correspondence.returned.done", locale);
    return draw(List.of(), today().toString(), List.of(), notice, model, locale);
  }

  @PostMapping("/post/print")
  Object print(
      @RequestParam(name = "letter", required = false) List<UUID> letters,
      @RequestParam(name = "on", defaultValue = "") String on,
      Model model,
      Locale locale) {
    List<UUID> chosen = letters == null ? List.of() : letters;
    Outcome<byte[]> outcome = desk.print(chosen);
    if (!outcome.isDone()) {
      return refused(chosen, on, outcome.refusals(), model, locale);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "inline; filename=\"post-" + today() + ".pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(outcome.value());
  }

  @PostMapping("/post/posted")
  Object posted(
      @RequestParam(name = "letter", required = false) List<UUID> letters,
      @RequestParam(name = "on", defaultValue = "") String on,
      Model model,
      Locale locale) {
    List<UUID> chosen = letters == null ? List.of() : letters;
    Outcome<Integer> outcome = desk.posted(chosen, OsloTime.dayTyped(on));
    return outcome.isDone()
        ? "redirect:/post?posted=" + outcome.value()
        : refused(chosen, on, outcome.refusals(), model, locale);
  }

  @PostMapping("/post/{letter}/returned")
  String returned(@PathVariable("letter") UUID letter) {
    desk.returned(letter);
    return "redirect:/post?back";
  }

  private ModelAndView refused(
      List<UUID> chosen, String on, List<Refusal> refusals, Model model, Locale locale) {
    var view = new ModelAndView(draw(chosen, on, refusals, null, model, locale));
    view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    view.addAllObjects(model.asMap());
    return view;
  }

  private String draw(
      List<UUID> chosen,
      String on,
      List<Refusal> refusals,
      String notice,
      Model model,
      Locale locale) {
    Language language = Language.of(locale);
    List<Piece> pieces = desk.pieces();
    List<CaseNo> seen =
        pieces.stream().filter(Piece::seen).map(p -> p.letter().caseNo()).distinct().toList();
    Map<CaseNo, PatientBannerView> known = persons.banners(cases.all(seen).values(), language);
    Map<CaseNo, DeadlineView> nearest = nearest(pieces, language);
    model.addAttribute(
        "view",
        new PostView(
            desk.byHand(),
            rows(pieces, Place.TO_POST, known, nearest, chosen, language),
            rows(pieces, Place.HELD, known, nearest, chosen, language),
            rows(pieces, Place.RETURNED, known, nearest, chosen, language),
            rows(pieces, Place.GONE, known, nearest, chosen, language),
            on,
            today().toString(),
            ProblemView.of(refusals, messages, locale),
            notice));
    return "correspondence/post";
  }

  private List<PostView.Row> rows(
      List<Piece> pieces,
      Place place,
      Map<CaseNo, PatientBannerView> known,
      Map<CaseNo, DeadlineView> nearest,
      List<UUID> chosen,
      Language language) {
    return pieces.stream()
        .filter(p -> p.place() == place)
        .map(
            p ->
                row(
                    p,
                    known.get(p.letter().caseNo()),
                    nearest.get(p.letter().caseNo()),
                    chosen,
                    language))
        .toList();
  }

  private PostView.Row row(
      Piece piece,
      PatientBannerView person,
      DeadlineView nearest,
      List<UUID> chosen,
      Language language) {
    Locale locale = language.locale();
    Letters.Letter letter = piece.letter();
    boolean gone = piece.place() == Place.GONE;
    return new PostView.Row(
        letter.id().toString(),
        piece.seen()
            ? text("correspondence.template." + letter.template(), locale)
            : text("correspondence.post.elsewhere", locale),
        piece.seen() ? text("correspondence.to." + letter.to(), locale) : null,
        person == null ? null : person.fullName(),
        piece.address(),
        letter.caseNo().value(),
        piece.seen()
            ? "/cases/" + letter.caseNo() + (piece.slip() ? "/referral" : "/letters")
            : null,
        gone && piece.postedOn() != null
            ? DAY.format(piece.postedOn())
            : day(gone ? letter.sentAt() : letter.writtenAt()),
        gone || !piece.seen() ? null : nearest,
        person == null ? List.of() : person.marks(),
        piece.why() == null ? null : text("correspondence.word." + piece.why(), locale),
        piece.mayPost(),
        piece.place() == Place.RETURNED && !piece.slip() ? "/post/" + letter.id() + "/told" : null,
        chosen.contains(letter.id()));
  }

  /** The statutory date where one runs: it runs until the receiver has been told. */
  private Map<CaseNo, DeadlineView> nearest(List<Piece> pieces, Language language) {
    List<CaseNo> lying =
        pieces.stream()
            .filter(p -> p.seen() && p.place() != Place.GONE)
            .map(p -> p.letter().caseNo())
            .distinct()
            .toList();
    Map<CaseNo, DeadlineView> nearest = new HashMap<>();
    deadlines
        .orderedStream()
        .flatMap(d -> d.running(lying, language).entrySet().stream())
        .forEach(
            e ->
                e.getValue().stream()
                    .map(DueView::deadline)
                    .forEach(
                        d -> nearest.merge(e.getKey(), d, (a, b) -> a.law() || !b.law() ? a : b)));
    return nearest;
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  private static String day(Instant at) {
    return DAY.format(OsloTime.dateOf(at));
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
