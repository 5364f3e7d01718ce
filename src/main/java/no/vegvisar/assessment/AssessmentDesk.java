package no.vegvisar.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.ReferralRecord;
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
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Patients patients;
  private final Users users;
  private final DecisionLetters decisionLetters;
  private final Letters letters;
  private final Relations relations;
  private final Clock clock;
  private final ObjectMapper json;

  AssessmentDesk(
      RightsAssessments assessments,
      ReferralRecords referrals,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Patients patients,
      Users users,
      DecisionLetters decisionLetters,
      Letters letters,
      Relations relations,
      Clock clock,
      ObjectMapper json) {
    this.assessments = assessments;
    this.referrals = referrals;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.patients = patients;
    this.users = users;
    this.decisionLetters = decisionLetters;
    this.letters = letters;
    this.relations = relations;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Facts for {@code treatment-deadline.dmn}: each dependence alone and with each factor that the
   * referral names; age is frozen at the seniority date (T02b).
   */
  List<Map<String, Object>> deadlineFacts(CaseNo caseNo) {
    ReferralRecord referral = referrals.find(caseNo).orElseThrow();
    boolean under23 = under23(referral);
    List<String> factors = new ArrayList<>();
    factors.add(null);
    referral
        .answers()
        .path("substances")
        .forEach(
            s -> {
              if ("injected".equals(s.path("route").asText()) && !factors.contains("injecting")) {
                factors.add("injecting");
              }
            });
    if ("yes".equals(referral.answers().path("riskConcern").asText())) {
      factors.add("overdoseRisk");
    }
    if ("yes".equals(referral.answers().path("minorChildren").asText())) {
      factors.add("childrenInCare");
    }
    List<Map<String, Object>> facts = new ArrayList<>();
    for (JsonNode dependence : referral.answers().path("dependence")) {
      for (String factor : factors) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("mainCondition", dependence.asText());
        one.put("factor", factor);
        one.put("under23", under23);
        facts.add(one);
      }
    }
    if (facts.isEmpty()) {
      Map<String, Object> unknown = new LinkedHashMap<>();
      unknown.put("mainCondition", "other");
      unknown.put("factor", null);
      unknown.put("under23", under23);
      facts.add(unknown);
    }
    return facts;
  }

  private boolean under23(ReferralRecord referral) {
    LocalDate born = patients.get(referral.personId()).bornOn();
    return born != null
        && Period.between(born, OsloTime.dateOf(referral.seniorityAt())).getYears() < 23;
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

  List<Refusal> prepare(Submission form) {
    boolean granted = form.is("outcome", "granted");
    List<String> levels =
        form.rows("levels").stream()
            .map(r -> r.path("level").asText())
            .filter(l -> !l.isBlank())
            .toList();
    LocalDate deadline = form.date("deadline").orElse(null);
    LocalDate today = OsloTime.dateOf(clock.instant());
    List<Refusal> refusals = new ArrayList<>();
    if (granted && levels.isEmpty()) {
      refusals.add(Refusal.of("assessment.refusal.level-missing").at("levels"));
    }
    if (granted && levels.size() != levels.stream().distinct().count()) {
      refusals.add(Refusal.of("assessment.refusal.level-twice").at("levels"));
    }
    if (granted && form.text("place") == null) {
      refusals.add(Refusal.of("assessment.refusal.place-missing").at("place"));
    }
    if (granted && deadline == null) {
      refusals.add(Refusal.of("assessment.refusal.deadline-missing").at("deadline"));
    }
    if (granted && deadline != null && deadline.isBefore(today)) {
      refusals.add(Refusal.of("assessment.refusal.deadline-past").at("deadline"));
    }
    if (form.is("outcome", "refused") && form.text("elsewhere") == null) {
      refusals.add(Refusal.of("assessment.refusal.elsewhere-missing").at("elsewhere"));
    }
    form.instant("firstAppointment")
        .flatMap(a -> appointmentRefusal(a, deadline))
        .ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    var proposal =
        new RightsAssessment.Proposal(
            form.text("outcome"),
            granted ? levels : List.of(),
            granted ? form.text("place") : null,
            granted ? form.text("placeDiffers") : null,
            granted ? deadline : null,
            granted ? form.instant("firstAppointment").orElse(null) : null,
            form.text("reason"),
            form.text("elsewhere"),
            form.chosen("participants"));
    RightsAssessment assessment =
        assessments
            .findById(form.caseNo().value())
            .orElseGet(() -> assessments.save(RightsAssessment.begun(form.caseNo())));
    assessment.prepared(
        proposal, write(proposal.levels()), write(proposal.participants()), form.by(), form.at());
    ledger.append(
        form.caseNo(),
        new AssessmentEvent.Prepared(
            proposal.outcome(),
            proposal.levels(),
            proposal.place(),
            proposal.placeDiffers(),
            text(proposal.deadline()),
            text(proposal.firstAppointment()),
            proposal.reason(),
            proposal.elsewhere(),
            proposal.participants()));
    return List.of();
  }

  private Optional<Refusal> appointmentRefusal(Instant appointment, LocalDate deadline) {
    if (appointment.isBefore(clock.instant())) {
      return Optional.of(Refusal.of("assessment.refusal.appointment-past").at("firstAppointment"));
    }
    if (deadline != null && OsloTime.dateOf(appointment).isAfter(deadline)) {
      return Optional.of(
          Refusal.of("assessment.refusal.appointment-after-deadline").at("firstAppointment"));
    }
    return Optional.empty();
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
      assessment.sentBack(form.text("cause"), form.text("causeWords"));
      ledger.append(
          form.caseNo(), new AssessmentEvent.SentBack(form.text("cause"), form.text("causeWords")));
      return List.of();
    }
    Optional<Instant> appointment = form.instant("firstAppointment");
    if (appointment.isPresent() && "granted".equals(assessment.outcome())) {
      Optional<Refusal> refusal = appointmentRefusal(appointment.get(), assessment.deadline());
      if (refusal.isPresent()) {
        return List.of(refusal.get());
      }
      assessment.appointmentSet(appointment.get());
    }
    assessment.signed(form.by(), form.at());
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
    UUID toPatient = letters.write(decisionLetters.toPatient(assessment));
    UUID toReferrer =
        referrals
            .find(caseNo)
            .map(r -> letters.write(decisionLetters.toReferrer(assessment, r)))
            .orElse(null);
    assessment.lettersWritten(toPatient, toReferrer);
  }

  /** Sends the answer that is due to this kind of referrer (decisions 27). */
  public void answerReferrer(CaseNo caseNo) {
    RightsAssessment assessment = ofCase(caseNo);
    if (assessment.referrerLetter() != null) {
      letters.send(assessment.referrerLetter());
      referrals.referrerAnswered(caseNo);
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
   * The patient has been told: T01 stops, what the decision starts begins, the case moves to where
   * care is given.
   */
  void told(CaseNo caseNo, String how, Instant at) {
    ledger.lock(caseNo);
    RightsAssessment assessment = ofCase(caseNo);
    boolean first = assessment.toldAt() == null;
    if (!first) {
      return;
    }
    assessment.told(at);
    clocks.stop("T01", caseNo.value(), at, "patient-told");
    ledger.append(
        caseNo,
        new AssessmentEvent.PatientTold(
            how, at.toString(), String.valueOf(assessment.patientLetter())));
    clocks.start("T04", caseNo.value(), caseNo, at, DeadlineClocks.Facts.NONE);
    if ("granted".equals(assessment.outcome())) {
      if (clocks.find("T02", caseNo.value()).isEmpty()) {
        clocks.startUntil("T02", caseNo.value(), caseNo, assessment.deadline());
      }
      cases.moveToUnit(caseNo, unitFor(readList(assessment.levelsJson())));
    } else {
      cases.close(caseNo, assessment.outcome().equals("otherPlace") ? "otherPlace" : "refused");
    }
  }

  /**
   * Where care is given; a unit without a leader would leave the next task unseen, so the
   * outpatient clinic has it.
   */
  private String unitFor(List<String> levels) {
    String unit =
        switch (levels.isEmpty() ? "" : levels.get(0)) {
          case "day" -> "dag";
          case "inpatient" -> "dogn";
          case "detox" -> "avrusing";
          case "lar" -> "lar";
          default -> "poliklinikk";
        };
    return users.holders(Role.UNIT_LEAD, unit).isEmpty() ? "poliklinikk" : unit;
  }

  /** The letter came back: the clock runs again, with the same date (decisions 1.1). */
  void letterReturned(CaseNo caseNo) {
    ledger.lock(caseNo);
    RightsAssessment assessment = ofCase(caseNo);
    if (assessment.toldAt() != null && cases.get(caseNo).open()) {
      assessment.notTold();
      clocks.resume("T01", caseNo.value(), "letter-returned");
    }
  }

  List<Refusal> toldAnotherWay(Submission form) {
    if (form.is("told", "notReached")) {
      ledger.append(
          form.caseNo(), new AssessmentEvent.PatientNotReached(form.rows("tries").size()));
      return List.of();
    }
    Optional<Instant> at = form.instant("toldAt");
    if (at.isEmpty()) {
      return List.of(Refusal.of("assessment.refusal.told-when").at("toldAt"));
    }
    if (at.get().isAfter(clock.instant())) {
      return List.of(Refusal.of("assessment.refusal.told-in-future").at("toldAt"));
    }
    RightsAssessment assessment = ofCase(form.caseNo());
    letters.toldOtherwise(assessment.patientLetter(), form.text("told"), at.get());
    told(form.caseNo(), form.text("told"), at.get());
    return List.of();
  }

  Optional<CaseNo> caseOfLetter(UUID letterId) {
    return assessments.findByPatientLetter(letterId).map(RightsAssessment::caseNo);
  }

  /** Who signed the decision that this letter corrects; empty for any other letter. */
  Optional<UserId> signerOfCorrection(UUID letterId) {
    return assessments.findByCorrectedLetter(letterId).map(RightsAssessment::signedBy);
  }

  /** The decision on a case; empty before it is signed. */
  @Transactional(readOnly = true)
  public Optional<Decision> find(CaseNo caseNo) {
    return assessments
        .findById(caseNo.value())
        .filter(a -> a.signedAt() != null)
        .map(
            a ->
                new Decision(
                    a.outcome(),
                    readList(a.levelsJson()),
                    a.place(),
                    a.deadline(),
                    a.firstAppointment(),
                    a.preparedBy(),
                    a.signedBy(),
                    a.signedAt(),
                    a.toldAt()));
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
