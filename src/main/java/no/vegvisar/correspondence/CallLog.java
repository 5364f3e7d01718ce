package no.vegvisar.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was called, or called in, and whether they were reached (S16). What next of kin and others
 * say is theirs, not the patient's: it is marked, and stands on the case's own page only. Without a
 * case, and so without consent, general advice is given and nothing is kept that leads to a person
 * (S180).
 */
@Service
@Transactional
public class CallLog {

  private static final int LONGEST = 300;
  private static final Duration SHOWN = Duration.ofDays(14);
  private static final Set<Role> CLINIC =
      Set.of(
          Role.INTAKE,
          Role.ASSESSOR,
          Role.SIGNER,
          Role.UNIT_LEAD,
          Role.THERAPIST,
          Role.DOCTOR,
          Role.PSYCHOLOGIST,
          Role.LAR_STAFF,
          Role.CHILD_LEAD);

  /** With whom one spoke. */
  public enum Party {
    PATIENT("patient", false),
    REFERRER("referrer", false),
    NEXT_OF_KIN("nextOfKin", true),
    MUNICIPALITY("municipality", false),
    OTHER("other", true);

    private final String code;
    private final boolean third;

    Party(String code, boolean third) {
      this.code = code;
      this.third = third;
    }

    public String code() {
      return code;
    }

    /** Whether what they say is a third party's own. */
    public boolean third() {
      return third;
    }

    public static Party of(String code) {
      for (Party party : values()) {
        if (party.code.equals(code)) {
          return party;
        }
      }
      return OTHER;
    }
  }

  /** What somebody got who called about no case of ours. */
  public enum Given {
    GENERAL_ADVICE("generalAdvice"),
    EMERGENCY("emergency"),
    GP("gp"),
    OWN_HELP("ownHelp");

    private final String code;

    Given(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static boolean known(String code) {
      for (Given given : values()) {
        if (given.code.equals(code)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * @param words null where nobody was reached, or the reader sees heads only
   * @param given null for a call on a case
   */
  public record Call(
      UUID id,
      Party party,
      boolean in,
      boolean reached,
      String words,
      String given,
      Instant at,
      UserId by) {}

  /**
   * A call as it is noted.
   *
   * @param at null when what was typed is no time
   */
  public record Noted(Party party, boolean in, boolean reached, String words, Instant at) {}

  private final JdbcClient jdbc;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor actor;
  private final Clock clock;

  CallLog(JdbcClient jdbc, CaseLedger ledger, CaseAccess access, CurrentActor actor, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.access = access;
    this.actor = actor;
    this.clock = clock;
  }

  /** Whether the current actor works with calls of this case. */
  public boolean mayNote(CaseNo caseNo) {
    return ofTheClinic(actor.get()) && access.decide(caseNo, Thing.LETTER).content();
  }

  /** Notes a call on a case; the same key a second time is the same call. */
  public Outcome<CaseNo> note(CaseNo caseNo, String key, Noted call) {
    access.require(caseNo, Thing.LETTER);
    if (!mayNote(caseNo)) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
    String words = call.words() == null || call.words().isBlank() ? null : call.words().strip();
    List<Refusal> refusals = refusals(call, words);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    ledger.lock(caseNo);
    UUID id = Ids.next();
    if (insert(id, key, caseNo, call.party(), call.in(), call.reached(), words, null, call.at())) {
      ledger.append(
          caseNo,
          new CorrespondenceEvent.CallLogged(
              id.toString(),
              call.party().code(),
              call.in() ? "calledIn" : "called",
              call.reached() ? "reached" : "notReached",
              call.at().toString(),
              call.party().third(),
              words == null ? null : sha256(words)));
    }
    return Outcome.done(caseNo);
  }

  private List<Refusal> refusals(Noted call, String words) {
    List<Refusal> refusals = new ArrayList<>();
    if (call.at() == null) {
      refusals.add(Refusal.of("correspondence.call.refusal.time").at("at"));
    } else if (call.at().isAfter(clock.instant())) {
      refusals.add(Refusal.of("correspondence.call.refusal.future").at("at"));
    }
    if (words == null && call.reached()) {
      refusals.add(Refusal.of("correspondence.call.refusal.words").at("words"));
    } else if (words != null && words.length() > LONGEST) {
      refusals.add(Refusal.of("correspondence.call.refusal.long", LONGEST).at("words"));
    }
    return refusals;
  }

  /** Notes a call about nobody in particular: who called and what they got, never a word. */
  public void general(String key, Party party, String given) {
    requireClinic();
    if (Given.known(given)) {
      insert(Ids.next(), key, null, party, true, true, null, given, clock.instant());
    }
  }

  private boolean insert(
      UUID id,
      String key,
      CaseNo caseNo,
      Party party,
      boolean in,
      boolean reached,
      String words,
      String given,
      Instant at) {
    return jdbc.sql(
                """
                insert into phone_call
                  (id, page_key, case_no, party, direction, reached, words, given, at, noted_at, noted_by)
                values (:id, :key, :case, :party, :direction, :reached, :words, :given, :at, :now, :by)
                on conflict (page_key) do nothing
                """)
            .param("id", id)
            .param("key", key)
            .param("case", caseNo == null ? null : caseNo.value())
            .param("party", party.code())
            .param("direction", in ? "in" : "out")
            .param("reached", reached)
            .param("words", words)
            .param("given", given)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", actor.get().id().value())
            .update()
        == 1;
  }

  /** Newest first; access was opened by the caller, words only where it has content. */
  @Transactional(readOnly = true)
  public List<Call> ofCase(CaseNo caseNo) {
    boolean content = access.decide(caseNo, Thing.LETTER).content();
    return jdbc.sql(
            "select * from phone_call where case_no = :case order by at desc, id desc limit 100")
        .param("case", caseNo.value())
        .query((row, n) -> call(row, content))
        .list();
  }

  /** Calls without a case, of the last two weeks, newest first. */
  @Transactional(readOnly = true)
  public List<Call> general() {
    requireClinic();
    return jdbc.sql(
            "select * from phone_call where case_no is null and at > :since order by at desc, id desc limit 100")
        .param("since", clock.instant().minus(SHOWN).atOffset(ZoneOffset.UTC))
        .query((row, n) -> call(row, true))
        .list();
  }

  private static Call call(ResultSet row, boolean content) throws SQLException {
    return new Call(
        row.getObject("id", UUID.class),
        Party.of(row.getString("party")),
        row.getString("direction").equals("in"),
        row.getBoolean("reached"),
        content ? row.getString("words") : null,
        row.getString("given"),
        row.getTimestamp("at").toInstant(),
        new UserId(row.getString("noted_by")));
  }

  private void requireClinic() {
    if (!ofTheClinic(actor.get())) {
      throw new NoAccessException(Refusal.of("correspondence.call.refusal.clinic"));
    }
  }

  private static boolean ofTheClinic(Actor actor) {
    return CLINIC.stream().anyMatch(actor::holds);
  }

  private static String sha256(String words) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
