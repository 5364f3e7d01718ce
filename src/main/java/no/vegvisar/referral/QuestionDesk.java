package no.vegvisar.referral;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a referral lacks: found by the checklist, asked of the sender, answered later (S41). */
@Service
@Transactional
public class QuestionDesk {

  static final int LONGEST_ANSWER = 4000;

  private final Referrals referrals;
  private final ReferralQuestions questions;
  private final ReferralRecords records;
  private final Patients patients;
  private final WorryDesk worries;
  private final CaseFiles cases;
  private final CaseDuties work;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final SenderLetters senderLetters;
  private final Clock clock;

  QuestionDesk(
      Referrals referrals,
      ReferralQuestions questions,
      ReferralRecords records,
      Patients patients,
      WorryDesk worries,
      CaseFiles cases,
      CaseDuties work,
      CaseLedger ledger,
      DeadlineClocks clocks,
      SenderLetters senderLetters,
      Clock clock) {
    this.referrals = referrals;
    this.questions = questions;
    this.records = records;
    this.patients = patients;
    this.worries = worries;
    this.cases = cases;
    this.work = work;
    this.ledger = ledger;
    this.clocks = clocks;
    this.senderLetters = senderLetters;
    this.clock = clock;
  }

  /** Item to (given, none, unknown, inLetter, empty), for {@code referral-completeness.dmn}. */
  Map<String, String> itemStates(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
    return ReferralItems.states(
        referral.kind(),
        records.answersOf(referral),
        patients.get(referral.personId()).contact() != null);
  }

  String referrerKind(CaseNo caseNo) {
    return records.ofCase(caseNo).referrerKind();
  }

  void completenessChecked(
      CaseNo caseNo,
      Map<String, String> askedWithWeight,
      List<String> recommended,
      String table,
      int version) {
    Referral referral = records.ofCase(caseNo);
    askedWithWeight.forEach(
        (item, weight) -> questions.save(ReferralQuestion.of(referral.id(), item, weight)));
    ledger.append(
        caseNo,
        new ReferralEvent.CompletenessChecked(
            List.copyOf(askedWithWeight.keySet()), recommended, table, version));
  }

  /**
   * Asks the sender by a neutral notice and a letter on the status page; waits for nothing (S41,
   * T01).
   */
  public void askForMore(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
    List<String> items = new ArrayList<>();
    for (ReferralQuestion question : questions.findByReferralIdOrderByItem(referral.id())) {
      if (question.askedAt() == null) {
        question.asked(clock.instant());
        items.add(question.item());
      }
    }
    if (items.isEmpty()) {
      return;
    }
    senderLetters.askForMore(referral);
    clocks.cause("T01", caseNo.value(), "waiting-for-referrer");
    ledger.append(caseNo, new ReferralEvent.MoreAsked(items));
  }

  /** The sender answers; a fact of the referral, not a token: assessment has long begun. */
  List<Refusal> answer(String reference, Map<String, String> given) {
    return answer(referrals.findByReference(reference).orElseThrow(), given, null);
  }

  /**
   * The same for an answer that came another way: it ends the wait exactly as one that was typed by
   * the sender.
   *
   * @param takenOrNull how it came; null when the sender answers here
   */
  List<Refusal> answer(Referral referral, Map<String, String> given, AnswerTaken takenOrNull) {
    ledger.lock(referral.caseNo());
    List<ReferralQuestion> replied =
        questions.findByReferralIdOrderByItem(referral.id()).stream()
            .filter(q -> q.open() && given.get(q.item()) != null && !given.get(q.item()).isBlank())
            .toList();
    List<Refusal> tooLong =
        replied.stream()
            .map(ReferralQuestion::item)
            .filter(item -> given.get(item).length() > LONGEST_ANSWER)
            .map(item -> Refusal.of("referral.refusal.answer-too-long", LONGEST_ANSWER).at(item))
            .toList();
    if (!tooLong.isEmpty()) {
      return tooLong;
    }
    replied.forEach(
        q ->
            q.answered(
                given.get(q.item()).strip(), wordsOf(q, given), clock.instant(), takenOrNull));
    List<String> answered = replied.stream().map(ReferralQuestion::item).toList();
    if (answered.isEmpty()) {
      return List.of(Refusal.of("referral.refusal.nothing-answered"));
    }
    ledger.append(
        referral.caseNo(),
        takenOrNull == null
            ? new ReferralEvent.MoreAnswered(answered)
            : new ReferralEvent.AnswerTakenDown(
                answered,
                takenOrNull.channel(),
                takenOrNull.receivedAt().toString(),
                takenOrNull.answeredBy(),
                takenOrNull.scanned()));
    worries.consider(referral, records.answersOf(referral));
    toBeRead(referral);
    if (questions.findByReferralIdOrderByItem(referral.id()).stream()
        .noneMatch(ReferralQuestion::open)) {
      clocks.causeOver("T01", referral.caseNo().value(), "waiting-for-referrer");
    }
    return List.of();
  }

  /** Whoever assesses or treats by now hears of it; on a closed case nobody is asked to. */
  private void toBeRead(Referral referral) {
    CaseNo caseNo = referral.caseNo();
    if (!cases.get(caseNo).open()) {
      return;
    }
    Optional<UserId> therapist = cases.member(caseNo, Role.THERAPIST);
    work.owed(
        new CaseDuties.Duty(
            "referrer-answered",
            caseNo,
            therapist.isPresent() ? Role.THERAPIST : Role.ASSESSOR,
            therapist.orElse(null),
            "referral.answered.title",
            OsloTime.dateOf(clock.instant()),
            "/cases/" + caseNo + "/referral",
            "referrer-answered:" + referral.reference(),
            false));
  }

  private static String wordsOf(ReferralQuestion question, Map<String, String> given) {
    return ReferralItems.wordsField(question.item())
        .map(given::get)
        .map(String::strip)
        .filter(words -> !words.isEmpty())
        .map(words -> words.substring(0, Math.min(words.length(), LONGEST_ANSWER)))
        .orElse(null);
  }
}
