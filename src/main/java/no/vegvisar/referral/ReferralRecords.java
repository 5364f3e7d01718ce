package no.vegvisar.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a referral: for its own pages and for the modules that work on the case. */
@Service
@Transactional
public class ReferralRecords {

  private final Referrals referrals;
  private final ReferralQuestions questions;
  private final Clock clock;
  private final ObjectMapper json;

  ReferralRecords(
      Referrals referrals, ReferralQuestions questions, Clock clock, ObjectMapper json) {
    this.referrals = referrals;
    this.questions = questions;
    this.clock = clock;
    this.json = json;
  }

  /**
   * The referral of a case, for the modules that work on it; empty for a case that began otherwise.
   */
  @Transactional(readOnly = true)
  public Optional<ReferralRecord> find(CaseNo caseNo) {
    return referrals.findByCaseNo(caseNo.value()).map(this::record);
  }

  /** Referrals that were joined with this case: their senders wait for the same decision. */
  @Transactional(readOnly = true)
  public List<ReferralRecord> joined(CaseNo caseNo) {
    return withJoined(caseNo).stream().map(this::record).toList();
  }

  /** What was joined with a case that was joined itself comes along. */
  List<Referral> withJoined(CaseNo caseNo) {
    Map<CaseNo, Referral> found = new LinkedHashMap<>();
    Deque<CaseNo> into = new ArrayDeque<>(List.of(caseNo));
    while (!into.isEmpty()) {
      referrals.findByJoinedToOrderByReceivedAt(into.pop().value()).stream()
          .filter(r -> found.putIfAbsent(r.caseNo(), r) == null)
          .forEach(r -> into.push(r.caseNo()));
    }
    return found.values().stream().sorted(Comparator.comparing(Referral::receivedAt)).toList();
  }

  private ReferralRecord record(Referral r) {
    return new ReferralRecord(
        r.reference(),
        r.caseNo(),
        r.kind(),
        r.personId(),
        r.sentBy(),
        r.postalSender().orElse(null),
        r.senderBody(),
        r.referrerKind(),
        answersOf(r),
        r.seniorityAt(),
        SenderCheck.dueFullAnswer(r));
  }

  /** What was sent, for the case page; empty for a case that began otherwise. */
  @Transactional(readOnly = true)
  public Optional<UUID> sentForm(CaseNo caseNo) {
    return referrals.findByCaseNo(caseNo.value()).map(Referral::submissionId);
  }

  /** Referrals that were joined with this case, as they were sent; oldest first. */
  @Transactional(readOnly = true)
  public List<JoinedForm> joinedForms(CaseNo caseNo) {
    return withJoined(caseNo).stream()
        .map(r -> new JoinedForm(r.reference(), r.receivedAt(), r.submissionId()))
        .toList();
  }

  /** A further referral of the same person, joined with the open case. */
  public record JoinedForm(String reference, Instant receivedAt, UUID submissionId) {}

  /** The referrer has been answered: the status page says so. */
  public void referrerAnswered(CaseNo caseNo) {
    referrals.findByCaseNo(caseNo.value()).ifPresent(r -> r.answered(clock.instant()));
  }

  Referral ofCase(CaseNo caseNo) {
    return referrals
        .findByCaseNo(caseNo.value())
        .orElseThrow(() -> new IllegalStateException("no referral for " + caseNo));
  }

  Optional<Referral> bySubmission(UUID submissionId) {
    return referrals.findBySubmissionId(submissionId);
  }

  Optional<Referral> byReference(String reference) {
    return referrals.findByReference(reference);
  }

  List<Referral> sentBy(UserId user) {
    return referrals.findTop50BySentByOrderByReceivedAtDesc(user.value());
  }

  /** Those of the sender that wait for an answer of theirs, oldest first. */
  List<Referral> askedOf(UserId user) {
    return referrals.asked(user.value());
  }

  List<ReferralQuestion> questionsOf(Referral referral) {
    return questions.findByReferralIdOrderByItem(referral.id());
  }

  /** What each of them was asked, by its id. */
  Map<UUID, List<ReferralQuestion>> questionsOf(Collection<Referral> several) {
    Map<UUID, List<ReferralQuestion>> asked = new HashMap<>();
    several.forEach(r -> asked.put(r.id(), new ArrayList<>()));
    questions
        .findByReferralIdInOrderByItem(asked.keySet())
        .forEach(q -> asked.get(q.referralId()).add(q));
    return asked;
  }

  /** The checklist as sent, before anything was asked. */
  JsonNode sentAnswersOf(Referral referral) {
    try {
      return json.readTree(referral.answers());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored answers are JSON", e);
    }
  }

  /** The checklist as sent, with later answers laid over it. */
  JsonNode answersOf(Referral referral) {
    return answersOf(List.of(referral)).get(referral.id());
  }

  /** The checklist of each of them, by its id. */
  Map<UUID, JsonNode> answersOf(Collection<Referral> several) {
    Map<UUID, List<ReferralQuestion>> asked = questionsOf(several);
    Map<UUID, JsonNode> answers = new HashMap<>();
    several.forEach(r -> answers.put(r.id(), laidOver(sentAnswersOf(r), asked.get(r.id()))));
    return answers;
  }

  private static JsonNode laidOver(JsonNode sent, List<ReferralQuestion> asked) {
    ObjectNode answers = (ObjectNode) sent;
    for (ReferralQuestion question : asked) {
      if (question.answer() != null) {
        answers.put(question.item(), question.answer());
        ReferralItems.wordsField(question.item())
            .filter(field -> question.answerWords() != null)
            .ifPresent(field -> answers.put(field, question.answerWords()));
      }
    }
    return answers;
  }
}
