package no.vegvisar.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Intake's table for letters on paper: printed, posted and come back. A letter to a protected
 * address never comes into the pile that is printed (pathway-facts §10.10).
 */
@Service
@Transactional
public class PostDesk {

  private static final Duration SHOWN = Duration.ofDays(14);
  private static final List<String> AT_THE_DESK =
      List.of(
          Letters.State.TO_POST.name(),
          Letters.State.HELD.name(),
          Letters.State.FAILED.name(),
          Letters.State.RETURNED.name());

  private final LetterRows letters;
  private final LetterDesk desk;
  private final Envelopes envelopes;
  private final PostHolds holds;
  private final PostMode mode;
  private final PostTies ties;
  private final PostSlips slips;
  private final CaseFiles cases;
  private final Patients patients;
  private final CaseAccess access;
  private final CurrentActor actor;
  private final Clock clock;

  PostDesk(
      LetterRows letters,
      LetterDesk desk,
      Envelopes envelopes,
      PostHolds holds,
      PostMode mode,
      PostTies ties,
      PostSlips slips,
      CaseFiles cases,
      Patients patients,
      CaseAccess access,
      CurrentActor actor,
      Clock clock) {
    this.letters = letters;
    this.desk = desk;
    this.envelopes = envelopes;
    this.holds = holds;
    this.mode = mode;
    this.ties = ties;
    this.slips = slips;
    this.cases = cases;
    this.patients = patients;
    this.access = access;
    this.actor = actor;
    this.clock = clock;
  }

  /** Where a letter on paper is. */
  public enum Place {
    /** To be printed and posted by hand. */
    TO_POST,
    /** Waits for a person: protected address, no address, death, a fault. */
    HELD,
    /** Came back: the receiver has not been told. */
    RETURNED,
    /** On its way. */
    GONE
  }

  /**
   * @param why a letter is held, as a code, or null
   * @param postedOn day that somebody gave, or null when the print service took it
   * @param mayPost whether it may be marked as posted
   * @param seen whether the reader may know whom it is about; else number and day alone
   * @param address where the patient gets letters, for whoever writes the envelope; null when it is
   *     not known, and where no letter may go there or the reader may not know
   */
  public record Piece(
      Letters.Letter letter,
      Place place,
      String why,
      LocalDate postedOn,
      boolean mayPost,
      boolean seen,
      String address) {

    /** A referral that is sent on: printed from its case, not from here. */
    public boolean slip() {
      return letter.documentId() == null;
    }
  }

  /** Whether people post the letters here. */
  public boolean byHand() {
    return mode.by() == PostMode.By.HAND;
  }

  /** All that lies at the desk, oldest first, then what went lately, newest first. */
  @Transactional(readOnly = true)
  public List<Piece> pieces() {
    requireIntake();
    List<LetterEntity> rows = new ArrayList<>();
    rows.addAll(letters.findTop200ByByPostTrueAndStateInOrderByWrittenAt(AT_THE_DESK));
    rows.addAll(
        letters.findTop100ByByPostTrueAndStateAndSentAtBetweenOrderBySentAtDesc(
            Letters.State.SENT.name(), clock.instant().minus(SHOWN), clock.instant()));
    List<PostSlips.Slip> others = slips.since(clock.instant().minus(SHOWN));
    Map<CaseNo, CaseSummary> files =
        cases.all(
            Stream.concat(
                    rows.stream().map(r -> r.view().caseNo()),
                    others.stream().map(o -> o.letter().caseNo()))
                .distinct()
                .toList());
    Map<CaseNo, Boolean> seen =
        access.decide(files.keySet(), Thing.CASE_SUMMARY).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().allowed()));
    List<LetterEntity> ours =
        rows.stream().filter(r -> ofTheClinic(files.get(r.view().caseNo()))).toList();
    Map<UUID, String> held = holds.of(ours, files);
    Map<UUID, Patients.Person> receivers = receivers(ours, files);
    return Stream.concat(
            ours.stream()
                .map(
                    r ->
                        piece(
                            r,
                            held.get(r.view().id()),
                            seen.getOrDefault(r.view().caseNo(), false),
                            receivers.get(files.get(r.view().caseNo()).personId()))),
            others.stream()
                .filter(o -> ofTheClinic(files.get(o.letter().caseNo())))
                .map(o -> piece(o, seen.getOrDefault(o.letter().caseNo(), false))))
        .toList();
  }

  /** The patients to whom one of these letters goes, by id. */
  private Map<UUID, Patients.Person> receivers(
      List<LetterEntity> rows, Map<CaseNo, CaseSummary> files) {
    return patients.all(
        rows.stream()
            .map(LetterEntity::view)
            .filter(l -> l.to() == Letters.To.PATIENT)
            .map(l -> files.get(l.caseNo()).personId())
            .collect(Collectors.toSet()));
  }

  private static Piece piece(PostSlips.Slip slip, boolean seen) {
    Place place =
        switch (slip.letter().state()) {
          case SENT -> Place.GONE;
          case RETURNED -> Place.RETURNED;
          default -> Place.TO_POST;
        };
    return new Piece(slip.letter(), place, null, slip.postedOn(), place != Place.GONE, seen, null);
  }

  /**
   * @param all letters at the desk
   * @param returned those among them that came back
   */
  public record Lying(int all, int returned) {}

  /** How much waits, for a sign at the door. */
  @Transactional(readOnly = true)
  public Lying lying() {
    requireIntake();
    return new Lying(
        count(AT_THE_DESK) + slips.lying(),
        count(List.of(Letters.State.RETURNED.name())) + slips.returned());
  }

  private int count(List<String> states) {
    return letters.countByByPostTrueAndStateInAndCaseNoStartingWith(
        states, NumberKind.CASE.letter());
  }

  private boolean ofTheClinic(CaseSummary file) {
    return file != null && file.kind() == CaseKind.CLINIC && file.body().equals(actor.get().body());
  }

  private static Piece piece(
      LetterEntity row, String reasonOrNull, boolean seen, Patients.Person patientOrNull) {
    Letters.Letter letter = row.view();
    Optional<String> held =
        letter.state() == Letters.State.SENT
            ? Optional.empty()
            : Optional.ofNullable(reasonOrNull).filter(why -> !why.equals(PostHolds.NO_ADDRESS));
    Place place =
        switch (letter.state()) {
          case SENT -> Place.GONE;
          case RETURNED -> Place.RETURNED;
          case TO_POST -> held.isPresent() ? Place.HELD : Place.TO_POST;
          default -> Place.HELD;
        };
    String why = held.orElse(place == Place.HELD ? row.holdReason() : null);
    boolean mayPost = place != Place.GONE && held.isEmpty();
    String address =
        mayPost && seen && letter.to() == Letters.To.PATIENT
            ? Optional.ofNullable(patientOrNull)
                .map(Patients.Person::addressLines)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> String.join(", ", lines))
                .orElse(null)
            : null;
    return new Piece(letter, place, why, row.postedOn(), mayPost, seen, address);
  }

  /**
   * One PDF of the chosen letters, each opened and logged; what must not leave is not among them.
   */
  public Outcome<byte[]> print(Collection<UUID> chosen) {
    List<Piece> pile = chosen(chosen);
    if (pile.isEmpty()) {
      return Outcome.refused(Refusal.of("correspondence.post.refusal.none-chosen").at("letters"));
    }
    if (pile.stream().anyMatch(Piece::slip)) {
      return Outcome.refused(Refusal.of("correspondence.post.refusal.slip").at("letters"));
    }
    List<byte[]> pages =
        pile.stream()
            .map(
                p ->
                    ties.inHand(
                        p.letter().id(),
                        () -> {
                          access.open(p.letter().caseNo(), Thing.LETTER, "letter to post");
                          return envelopes.of(p.letter().id());
                        }))
            .toList();
    return Outcome.done(pages.size() == 1 ? pages.get(0) : Binder.joined(pages));
  }

  /**
   * Posted on that day: only now the receiver counts as told. Said twice it is posted once.
   *
   * @return how many letters were noted now
   */
  public Outcome<Integer> posted(Collection<UUID> chosen, LocalDate on) {
    if (on == null) {
      return Outcome.refused(Refusal.of("correspondence.post.refusal.day").at("on"));
    }
    if (on.isAfter(OsloTime.dateOf(clock.instant()))) {
      return Outcome.refused(Refusal.of("correspondence.post.refusal.future").at("on"));
    }
    List<Piece> pile = chosen(chosen);
    if (chosen.isEmpty()) {
      return Outcome.refused(Refusal.of("correspondence.post.refusal.none-chosen").at("letters"));
    }
    if (pile.stream().anyMatch(p -> on.isBefore(OsloTime.dateOf(p.letter().writtenAt())))) {
      return Outcome.refused(Refusal.of("correspondence.post.refusal.not-written-yet").at("on"));
    }
    pile.forEach(
        p ->
            slips
                .find(p.letter().id())
                .ifPresentOrElse(
                    slip -> slips.posted(slip, on), () -> desk.posted(p.letter().id(), on)));
    return Outcome.done(pile.size());
  }

  /** The chosen ones that may leave; what a colleague has posted meanwhile is done already. */
  private List<Piece> chosen(Collection<UUID> ids) {
    return pieces().stream().filter(p -> ids.contains(p.letter().id()) && p.mayPost()).toList();
  }

  /** The post came back; whoever holds the envelope may say so, wherever the case is by now. */
  public void returned(UUID letterId) {
    pieces().stream()
        .filter(p -> p.letter().id().equals(letterId) && p.place() == Place.GONE)
        .forEach(
            p ->
                slips
                    .find(letterId)
                    .ifPresentOrElse(slips::cameBack, () -> desk.returned(letterId)));
  }

  private void requireIntake() {
    if (!actor.get().holds(Role.INTAKE)) {
      throw new NoAccessException(Refusal.of("correspondence.post.refusal.intake"));
    }
  }

  /** The middle of that day, as nobody asks for the minute; today is now. */
  static Instant momentOf(LocalDate on, Instant writtenAt, Instant now) {
    if (on.equals(OsloTime.dateOf(now))) {
      return now;
    }
    Instant noon = OsloTime.at(on, java.time.LocalTime.NOON);
    return noon.isBefore(writtenAt) ? writtenAt : noon;
  }
}
