package no.vegvisar.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a letter that came back: a person tells the receiver, or it goes to a new address
 * (S16). When it was sent and when the receiver was told are kept, both (S32, T01).
 */
@Service
@Transactional
public class ReturnedLetters {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WORDS = 1000;

  /** More has no room in the window of the envelope. */
  private static final int LONGEST_ADDRESS = 200;

  private static final int MOST_LINES = 5;

  /** Ways to see to it. */
  public enum How {
    PHONED("phoned"),
    HANDED_OVER("handedOver"),
    SENT_AGAIN("sentAgain");

    private final String code;

    How(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Optional<How> of(String code) {
      return List.of(values()).stream().filter(how -> how.code.equals(code)).findFirst();
    }
  }

  /**
   * What was typed.
   *
   * @param at when the receiver was told, or null when it could not be read
   * @param by who told them
   * @param words what they were told
   * @param address where the letter goes now; of the patient's own letters only
   */
  public record Typed(String how, Instant at, String by, String words, String address) {}

  /**
   * What became of it.
   *
   * @param words null where nothing was said, or the reader sees heads only
   * @param address where it went instead; null for most, where the reader sees heads only, and when
   *     the patient's address is protected by now
   */
  public record Told(
      UUID letterId, String how, Instant at, String by, String words, String address) {}

  private final PostDesk post;
  private final LetterDesk desk;
  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Patients patients;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  ReturnedLetters(
      PostDesk post,
      LetterDesk desk,
      JdbcClient jdbc,
      CaseFiles cases,
      Patients patients,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.post = post;
    this.desk = desk;
    this.jdbc = jdbc;
    this.cases = cases;
    this.patients = patients;
    this.ledger = ledger;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /** The letter if it lies among those that came back; refuses who is not at the desk. */
  @Transactional(readOnly = true)
  public Optional<PostDesk.Piece> find(UUID letterId) {
    return post.pieces().stream()
        .filter(
            p ->
                p.letter().id().equals(letterId)
                    && p.place() == PostDesk.Place.RETURNED
                    && !p.slip())
        .findFirst();
  }

  /** Ways that are open for this letter: none to an address that must not be written on one. */
  public List<How> waysFor(PostDesk.Piece piece) {
    List<How> ways = new ArrayList<>(List.of(How.PHONED, How.HANDED_OVER));
    if (piece.letter().to() == Letters.To.PATIENT && piece.mayPost()) {
      ways.add(How.SENT_AGAIN);
    }
    return ways;
  }

  /** How often it was seen to; goes along as {@code _version}. */
  @Transactional(readOnly = true)
  public String version(UUID letterId) {
    return jdbc.sql("select count(*) from letter_told where letter_id = :letter")
        .param("letter", letterId)
        .query(String.class)
        .single();
  }

  /**
   * Sees to a letter that came back. Sent twice it is done once; what a colleague did meanwhile is
   * told and nothing is done.
   *
   * @param key of the page
   */
  public List<Refusal> tell(UUID letterId, UUID key, String seen, Typed typed) {
    Optional<PostDesk.Piece> piece = find(letterId);
    piece.ifPresent(p -> ledger.lock(p.letter().caseNo()));
    if (known(letterId, key)) {
      return List.of();
    }
    if (piece.isEmpty() || !version(letterId).equals(seen)) {
      return List.of(Refusal.of("correspondence.returned.refusal.changed"));
    }
    CaseNo caseNo = piece.get().letter().caseNo();
    Optional<How> how = How.of(typed.how()).filter(waysFor(piece.get())::contains);
    List<Refusal> refusals =
        how.map(h -> wrong(h, typed, piece.get().letter()))
            .orElse(List.of(Refusal.of("correspondence.returned.refusal.how").at("how")));
    if (!refusals.isEmpty()) {
      return refusals;
    }
    boolean again = how.get() == How.SENT_AGAIN;
    Instant at = again ? clock.instant() : typed.at();
    note(letterId, key, how.get(), at, typed);
    if (again) {
      patients.movedTo(cases.get(caseNo).personId(), typed.address());
      desk.sendAgain(letterId);
    } else {
      desk.toldOtherwise(letterId, how.get().code(), at);
    }
    return List.of();
  }

  private List<Refusal> wrong(How how, Typed typed, Letters.Letter letter) {
    List<Refusal> refusals = new ArrayList<>();
    if (typed.by().isBlank() || typed.by().strip().length() > LONGEST_NAME) {
      refusals.add(Refusal.of("correspondence.returned.refusal.by", LONGEST_NAME).at("by"));
    }
    if (how == How.SENT_AGAIN) {
      String address = typed.address().strip();
      if (address.isEmpty()
          || address.length() > LONGEST_ADDRESS
          || address.lines().count() > MOST_LINES) {
        refusals.add(
            Refusal.of("correspondence.returned.refusal.address", MOST_LINES, LONGEST_ADDRESS)
                .at("address"));
      }
      return refusals;
    }
    if (typed.at() == null) {
      refusals.add(Refusal.of("correspondence.call.refusal.time").at("at"));
    } else if (typed.at().isAfter(clock.instant())) {
      refusals.add(Refusal.of("correspondence.call.refusal.future").at("at"));
    } else if (typed.at().isBefore(letter.writtenAt())) {
      refusals.add(Refusal.of("correspondence.returned.refusal.early").at("at"));
    }
    if (typed.words().isBlank() || typed.words().strip().length() > LONGEST_WORDS) {
      refusals.add(Refusal.of("correspondence.returned.refusal.words", LONGEST_WORDS).at("words"));
    }
    return refusals;
  }

  private boolean known(UUID letterId, UUID key) {
    return jdbc.sql("select count(*) from letter_told where id = :id and letter_id = :letter")
            .param("id", key)
            .param("letter", letterId)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void note(UUID letterId, UUID key, How how, Instant at, Typed typed) {
    boolean again = how == How.SENT_AGAIN;
    jdbc.sql(
            """
            insert into letter_told (id, letter_id, how, at, told_by, words, address, noted_at, noted_by)
            values (:id, :letter, :how, :at, :by, :words, :address, :now, :me)
            """)
        .param("id", key)
        .param("letter", letterId)
        .param("how", how.code())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", typed.by().strip())
        .param("words", again ? null : typed.words().strip())
        .param("address", again ? typed.address().strip() : null)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("me", current.get().id().value())
        .update();
  }

  /** Oldest first; access was opened by the caller, what was said only where it has content. */
  @Transactional(readOnly = true)
  public List<Told> ofCase(CaseNo caseNo) {
    boolean content = access.decide(caseNo, Thing.LETTER).content();
    boolean where =
        content && !patients.get(cases.get(caseNo).personId()).protection().hidesAddress();
    return jdbc.sql(
            "select t.* from letter_told t join letter l on l.id = t.letter_id where l.case_no = :case order by t.at, t.id")
        .param("case", caseNo.value())
        .query(
            (row, n) ->
                new Told(
                    row.getObject("letter_id", UUID.class),
                    row.getString("how"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("told_by"),
                    content ? row.getString("words") : null,
                    where ? row.getString("address") : null))
        .list();
  }
}
