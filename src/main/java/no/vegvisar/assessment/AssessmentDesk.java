package no.vegvisar.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.Phase;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.referral.Onward;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the right to care is assessed (S29–S37): the team prepares, another specialist signs,
 * patient and referrer are told. T01 stops when the patient has been told, not when somebody signed
 * (decisions 1.1).
 */
@Service
@Transactional
public class AssessmentDesk {

  private final RightsAssessments assessments;
  private final ReferralRecords referrals;
  private final Onward onward;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DecisionLetters decisionLetters;
  private final ReferrerAnswers answers;
  private final Letters letters;
  private final Relations relations;
  private final Talks talks;
  private final Clock clock;
  private final ObjectMapper json;

  AssessmentDesk(
      RightsAssessments assessments,
      ReferralRecords referrals,
      Onward onward,
      CaseFiles cases,
      CaseLedger ledger,
      DecisionLetters decisionLetters,
      ReferrerAnswers answers,
      Letters letters,
      Relations relations,
      Talks talks,
      Clock clock,
      ObjectMapper json) {
    this.assessments = assessments;
    this.referrals = referrals;
    this.onward = onward;
    this.cases = cases;
    this.ledger = ledger;
    this.decisionLetters = decisionLetters;
    this.answers = answers;
    this.letters = letters;
    this.relations = relations;
    this.talks = talks;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Keeps the rows that apply, strictest first; they stand beside an empty field (decisions 28).
   */
  void suggested(CaseNo caseNo, List<LocalText> rows, AssessmentEvent.DeadlineSuggested event) {
    RightsAssessment assessment =
        assessments
            .findById(caseNo.value())
            .orElseGet(() -> assessments.save(RightsAssessment.begun(caseNo)));
    assessment.guided(write(rows));
    ledger.append(caseNo, event);
  }

  /**
   * Signs what was prepared, or sends it back; never by who prepared it, also when called past the
   * form (S29).
   */
  List<Refusal> sign(Submission form) {
    RightsAssessment assessment = ofCase(form.caseNo());
    if (form.by().equals(assessment.preparedBy())) {
      return List.of(Refusal.of("assessment.refusal.own-preparation"));
    }
    if (form.is("signed", "sentBack")) {
      if (form.text("cause") == null) {
        return List.of(Refusal.of("assessment.refusal.cause-missing").at("cause"));
      }
      assessment.sentBack(form.by(), form.text("cause"), form.text("causeWords"));
      ledger.append(
          form.caseNo(), new AssessmentEvent.SentBack(form.text("cause"), form.text("causeWords")));
      return List.of();
    }
    if ("granted".equals(assessment.outcome())) {
      Optional<Instant> appointment = form.instant("firstAppointment");
      Optional<Refusal> refusal =
          ProposalCheck.whenSigned(assessment, appointment.orElse(null), clock.instant());
      if (refusal.isPresent()) {
        return List.of(refusal.get());
      }
      appointment.ifPresent(assessment::appointmentSet);
    }
    if (assessment.signedBy() != null && !assessment.signedBy().equals(form.by())) {
      relations.teamMemberLeft(form.caseNo(), assessment.signedBy(), Role.SIGNER);
    }
    assessment.signed(form.by(), form.at());
    talks.overtaken(form.caseNo());
    // who signed answers for it and may correct the letter, also when the case has moved on
    relations.teamMember(form.caseNo(), form.by(), Role.SIGNER);
    ledger.append(
        form.caseNo(),
        new AssessmentEvent.Signed(
            assessment.outcome(),
            readList(assessment.levelsJson()),
            assessment.place(),
            text(assessment.deadline()),
            text(assessment.firstAppointment()),
            assessment.reason(),
            assessment.preparedBy().value()));
    return List.of();
  }

  /** The letter as the patient would get it now; empty before anything was prepared. */
  @Transactional(readOnly = true)
  public Optional<byte[]> previewLetter(CaseNo caseNo) {
    return begun(caseNo)
        .filter(a -> a.outcome() != null)
        .map(a -> letters.previewPdf(decisionLetters.toPatient(a)));
  }

  /** Writes both letters as PDF; nothing leaves yet. */
  public void writeLetters(CaseNo caseNo) {
    RightsAssessment assessment = ofCase(caseNo);
    Letters.Draft draft = decisionLetters.toPatient(assessment);
    UUID toPatient =
        assessment.replacedLetter() == null
            ? letters.write(draft)
            : letters.replace(
                assessment.replacedLetter(),
                Ids.next(),
                draft,
                decisionLetters.afterComplaint(draft.caseNo(), draft.language()));
    assessment.lettersWritten(toPatient, answers.write(assessment));
  }

  /**
   * Sends the answer that is due to this kind of referrer (decisions 27). Whoever sent a referral
   * that was joined with the case was promised an answer too. What another place takes goes there
   * without waiting for the patient's letter.
   */
  public void answerReferrer(CaseNo caseNo) {
    RightsAssessment assessment = ofCase(caseNo);
    if (assessment.referrerLetter() != null) {
      letters.send(assessment.referrerLetter());
    }
    referrals.referrerAnswered(caseNo);
    answers.sendToJoined(assessment);
    if ("otherPlace".equals(assessment.outcome())) {
      onward.assessedElsewhere(caseNo, assessment.place());
    }
  }

  /**
   * Queues the decision letter.
   *
   * @return id of the letter, by which the process hears what became of it
   */
  public String sendDecisionLetter(CaseNo caseNo) {
    UUID letter = ofCase(caseNo).patientLetter();
    letters.send(letter);
    return letter.toString();
  }

  /**
   * Takes the assessment up anew after a complaint; a case that a refusal closed is open again. The
   * decision that was told stands until another is signed.
   */
  public void takeUpAnew(CaseNo caseNo) {
    ledger.lock(caseNo);
    RightsAssessment assessment = ofCase(caseNo);
    assessment.takenUpAnew(write(find(caseNo).orElseThrow()));
    ledger.append(
        caseNo,
        new AssessmentEvent.TakenUpAnew(
            assessment.outcomeBefore(), String.valueOf(assessment.replacedLetter())));
    cases.reopen(caseNo, Phase.ASSESSMENT);
  }

  /** Whether the right is granted now and was not when the assessment was taken up anew. */
  @Transactional(readOnly = true)
  public boolean grantedAnew(CaseNo caseNo) {
    return begun(caseNo)
        .filter(a -> a.outcomeBefore() != null && a.toldAt() != null)
        .filter(a -> "granted".equals(a.outcome()) && !"granted".equals(a.outcomeBefore()))
        .isPresent();
  }

  Optional<CaseNo> caseOfLetter(UUID letterId) {
    return assessments.findByPatientLetter(letterId).map(RightsAssessment::caseNo);
  }

  /** Who wrote this correction; empty for any other letter. */
  Optional<UserId> correctorOf(UUID letterId) {
    return assessments.findByCorrectedLetter(letterId).map(RightsAssessment::correctedBy);
  }

  /** The decision on a case; empty before it is signed. */
  @Transactional(readOnly = true)
  public Optional<Decision> find(CaseNo caseNo) {
    return assessments
        .findById(caseNo.value())
        .filter(a -> a.signedAt() != null)
        .map(a -> a.standingJson() == null ? decision(a) : standing(a));
  }

  private Decision decision(RightsAssessment a) {
    return new Decision(
        a.outcome(),
        readList(a.levelsJson()),
        a.place(),
        a.deadline(),
        a.firstAppointment(),
        a.preparedBy(),
        a.signedBy(),
        a.signedAt(),
        a.toldAt());
  }

  private Decision standing(RightsAssessment a) {
    try {
      return json.readValue(a.standingJson(), Decision.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored decision is JSON", e);
    }
  }

  RightsAssessment ofCase(CaseNo caseNo) {
    return assessments
        .findById(caseNo.value())
        .orElseThrow(() -> new IllegalStateException("no assessment for " + caseNo));
  }

  Optional<RightsAssessment> begun(CaseNo caseNo) {
    return assessments.findById(caseNo.value());
  }

  List<String> readList(String array) {
    try {
      return json.readValue(array, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored list is JSON", e);
    }
  }

  List<LocalText> guidance(RightsAssessment assessment) {
    try {
      return json.readValue(assessment.guidanceJson(), new TypeReference<List<LocalText>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored guidance is JSON", e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list can be written as JSON", e);
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
