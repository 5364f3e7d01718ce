package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a referrer answers by letter, by phone or at the desk, typed by intake at the question it
 * answers (S27, S41, S48: fax and paper). Asking and answering never touch the date (T01).
 */
@Service
@Transactional
public class PostalAnswers {

  public static final List<String> CHANNELS = List.of("post", "phone", "inPerson");

  private static final int LONGEST_NAME = 120;

  private final Referrals referrals;
  private final ReferralQuestions questions;
  private final AnswersTaken taken;
  private final QuestionDesk desk;
  private final QuestionViews views;
  private final Documents documents;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  PostalAnswers(
      Referrals referrals,
      ReferralQuestions questions,
      AnswersTaken taken,
      QuestionDesk desk,
      QuestionViews views,
      Documents documents,
      CaseFiles cases,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.referrals = referrals;
    this.questions = questions;
    this.taken = taken;
    this.desk = desk;
    this.views = views;
    this.documents = documents;
    this.cases = cases;
    this.ledger = ledger;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /**
   * An answer as it was typed.
   *
   * @param receivedAt the stamp, or null when it could not be read
   * @param answers field of the form to what was typed or chosen, several choices with a comma
   */
  public record Typed(
      String channel, Instant receivedAt, String answeredBy, Map<String, String> answers) {}

  /** Whether the reader may type answers on this case: intake, on an open case they reach. */
  @Transactional(readOnly = true)
  public boolean may(CaseNo caseNo) {
    return current.get().holds(Role.INTAKE)
        && access.decide(caseNo, Thing.REFERRAL).content()
        && cases.get(caseNo).open();
  }

  /** What is open now; goes along as {@code _version}. */
  @Transactional(readOnly = true)
  public String version(CaseNo caseNo) {
    return referrals.findByCaseNo(caseNo.value()).stream()
        .flatMap(r -> open(r).stream())
        .map(ReferralQuestion::item)
        .collect(Collectors.joining("."));
  }

  /**
   * Types an answer at the questions that are open. Sent twice it is kept once; refuses what a
   * colleague has answered meanwhile, and keeps nothing when anything is wrong.
   *
   * @param key of the page
   * @param seen the version of the page
   * @param scanOrNull bytes of the letter
   */
  public List<Refusal> takeDown(
      CaseNo caseNo, UUID key, String seen, Typed typed, byte[] scanOrNull) {
    if (!may(caseNo)) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-intake"));
    }
    ledger.lock(caseNo);
    if (taken.findById(key).isPresent()) {
      return List.of();
    }
    String open = version(caseNo);
    if (!open.equals(seen) || open.isEmpty()) {
      return List.of(
          Refusal.of(
              open.isEmpty() ? "referral.refusal.answered-meanwhile" : "referral.refusal.changed"));
    }
    Referral referral = referrals.findByCaseNo(caseNo.value()).orElseThrow();
    Map<String, String> given = byItem(referral, typed);
    List<Refusal> refusals = new ArrayList<>(wrong(referral, typed));
    if (given.isEmpty()) {
      refusals.add(Refusal.of("referral.refusal.nothing-answered"));
    }
    given.keySet().forEach(item -> tooLong(item, given.get(item)).ifPresent(refusals::add));
    if (!refusals.isEmpty()) {
      return refusals;
    }
    UUID scan = null;
    if (scanOrNull != null) {
      Outcome<Documents.Document> kept =
          documents.receive(referral.reference() + "-answer", scanOrNull, Thing.REFERRAL);
      if (!kept.isDone()) {
        return kept.refusals().stream().map(refusal -> refusal.at("scan")).toList();
      }
      scan = kept.value().id();
      documents.belongsTo(scan, caseNo);
    }
    AnswerTaken way =
        taken.save(
            AnswerTaken.noted(
                key,
                referral,
                typed.channel(),
                typed.receivedAt(),
                typed.answeredBy().strip(),
                scan,
                current.get().id(),
                clock.instant()));
    return desk.answer(referral, given, way);
  }

  private List<ReferralQuestion> open(Referral referral) {
    return questions.findByReferralIdOrderByItem(referral.id()).stream()
        .filter(ReferralQuestion::open)
        .toList();
  }

  /** Answers of the open questions, and the words that go with one. */
  private Map<String, String> byItem(Referral referral, Typed typed) {
    Map<String, String> given = new LinkedHashMap<>();
    for (ReferralQuestion question : open(referral)) {
      String answer = typed.answers().getOrDefault(ReferralItems.fieldOf(question.item()), "");
      if (!answer.isBlank()) {
        given.put(question.item(), answer);
        ReferralItems.wordsField(question.item())
            .ifPresent(field -> given.put(field, typed.answers().getOrDefault(field, "")));
      }
    }
    return given;
  }

  private List<Refusal> wrong(Referral referral, Typed typed) {
    List<Refusal> refusals = new ArrayList<>();
    if (!CHANNELS.contains(typed.channel())) {
      refusals.add(Refusal.of("referral.refusal.choose").at("channel"));
    }
    if (typed.receivedAt() == null) {
      refusals.add(Refusal.of("referral.refusal.answer-when").at("receivedAt"));
    } else if (typed.receivedAt().isAfter(clock.instant())) {
      refusals.add(Refusal.of("referral.refusal.answer-ahead").at("receivedAt"));
    } else if (typed.receivedAt().isBefore(referral.seniorityAt())) {
      refusals.add(Refusal.of("referral.refusal.answer-early").at("receivedAt"));
    }
    if (typed.answeredBy().isBlank() || typed.answeredBy().strip().length() > LONGEST_NAME) {
      refusals.add(Refusal.of("referral.refusal.answer-who", LONGEST_NAME).at("answeredBy"));
    }
    for (JsonNode field : views.open(referral.caseNo(), Language.EN)) {
      String key = field.path("key").asText();
      if (!choices(field).containsAll(chosen(field, typed.answers().getOrDefault(key, "")))) {
        refusals.add(Refusal.of("referral.refusal.choose").at(key));
      }
    }
    return refusals;
  }

  private static List<String> choices(JsonNode field) {
    return field.findValuesAsText("value");
  }

  /** What a field with options has got; empty for one that is written. */
  private static List<String> chosen(JsonNode field, String answer) {
    return field.path("values").isEmpty() || answer.isBlank()
        ? List.of()
        : List.of(answer.split(", "));
  }

  private static Optional<Refusal> tooLong(String item, String answer) {
    return answer.length() > QuestionDesk.LONGEST_ANSWER
        ? Optional.of(
            Refusal.of("referral.refusal.answer-too-long", QuestionDesk.LONGEST_ANSWER)
                .at(ReferralItems.fieldOf(item)))
        : Optional.empty();
  }
}
