package no.vegvisar.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.Instances;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where complaints are taken in and decided on (S37; pbrl ch. 7). Every complaint is admitted:
 * late, oral, from a relative without power of attorney. Who prepared or signed what is complained
 * about does not review it; the rule is here and not in the model, because that decision was made
 * in another process.
 */
@Service
@Transactional
public class ComplaintDesk {

  static final String FORM = "register-complaint";

  private static final String CONSIDER = "R61";
  private static final String POWER = "R62";
  private static final String REVIEW = "R63";
  private static final String RESULT = "R64";
  private static final String CARRY_OUT = "R66";
  private static final String ASSESS_ANEW = "R68";
  private static final int LONGEST_REASON = 4000;

  private final Complaints complaints;
  private final ComplaintRegistrars registrars;
  private final AssessmentDesk assessments;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Documents documents;
  private final Instances instances;
  private final Correlations correlations;
  private final ObjectMapper json;
  private final Clock clock;

  ComplaintDesk(
      Complaints complaints,
      ComplaintRegistrars registrars,
      AssessmentDesk assessments,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Documents documents,
      Instances instances,
      Correlations correlations,
      ObjectMapper json,
      Clock clock) {
    this.complaints = complaints;
    this.registrars = registrars;
    this.assessments = assessments;
    this.ledger = ledger;
    this.clocks = clocks;
    this.documents = documents;
    this.instances = instances;
    this.correlations = correlations;
    this.json = json;
    this.clock = clock;
  }

  List<Refusal> register(Submission form) {
    registrars.require(form.caseNo());
    List<Refusal> refusals = new ArrayList<>();
    if (!form.is("complainant", "patient")) {
      if (form.text("complainantName") == null) {
        refusals.add(Refusal.of("complaint.refusal.name").at("complainantName"));
      }
      if (form.text("powerOfAttorney") == null) {
        refusals.add(Refusal.of("complaint.refusal.power").at("powerOfAttorney"));
      }
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    Complaint complaint = Complaint.received(form, write(form.chosen("about")));
    assessments
        .find(form.caseNo())
        .ifPresent(d -> complaint.against(d.preparedBy(), d.signedBy(), d.toldAt()));
    Complaint kept = complaints.saveAndFlush(complaint);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.Received(
            kept.id().toString(),
            kept.receivedAt().toString(),
            kept.channel(),
            form.chosen("about"),
            kept.words(),
            kept.wanted(),
            kept.complainant(),
            kept.complainantName(),
            kept.powerOfAttorney()));
    interruptTime(kept);
    start(kept, CONSIDER);
    instances.start(
        "complaint.received", form.caseNo().value(), Map.of("complaintId", kept.id().toString()));
    return List.of();
  }

  /** A complaint in time interrupts the time to complain; the clock of a late one has run out. */
  private void interruptTime(Complaint complaint) {
    clocks
        .find("T04", complaint.caseNo().value())
        .filter(DeadlineClocks.DeadlineClock::running)
        .filter(c -> !OsloTime.dateOf(complaint.receivedAt()).isAfter(c.dueOn()))
        .ifPresent(
            c ->
                clocks.stop(
                    "T04",
                    complaint.caseNo().value(),
                    complaint.receivedAt(),
                    "complaint-received"));
  }

  List<Refusal> consider(Submission form) {
    List<Refusal> refusals = new ArrayList<>();
    if (form.is("inTime", "lateAdmitted") && form.text("lateReason") == null) {
      refusals.add(Refusal.of("complaint.refusal.late-reason").at("lateReason"));
    }
    if (form.is("standing", "missing") && form.text("waitForPowerOfAttorney") == null) {
      refusals.add(Refusal.of("complaint.refusal.wait").at("waitForPowerOfAttorney"));
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    Complaint complaint = of(form);
    complaint.considered(form);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.Considered(
            complaint.id().toString(),
            form.text("inTime"),
            form.text("lateReason"),
            form.text("standing"),
            form.text("reason")));
    stop(complaint, CONSIDER);
    start(complaint, form.is("waitForPowerOfAttorney", "yes") ? POWER : REVIEW);
    return List.of();
  }

  List<Refusal> powerOfAttorney(Submission form) {
    boolean came = form.is("came", "yes");
    if (!came && form.text("reason") == null) {
      return List.of(Refusal.of("complaint.refusal.no-power-reason").at("reason"));
    }
    Complaint complaint = of(form);
    complaint.powerOfAttorney(came);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.PowerOfAttorney(
            complaint.id().toString(),
            form.text("came"),
            form.date("receivedOn").map(Object::toString).orElse(null),
            form.text("reason")));
    stop(complaint, POWER);
    start(complaint, REVIEW);
    return List.of();
  }

  List<Refusal> review(Submission form) {
    Complaint complaint = of(form);
    if (complaint.decidedBy(form.by())) {
      return List.of(Refusal.of("complaint.refusal.own-decision"));
    }
    if (form.is("reviewOutcome", "upheld")) {
      List<Refusal> refusals = remedyRefusals(form, assessments.find(form.caseNo()).isPresent());
      if (!refusals.isEmpty()) {
        return refusals;
      }
    }
    List<String> chosen = form.chosen("documents");
    complaint.reviewed(form, write(chosen));
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.Reviewed(
            complaint.id().toString(),
            form.text("reviewOutcome"),
            form.text("reason"),
            form.text("remedy"),
            form.text("remedyWords"),
            chosen,
            form.text("leftOutReason")));
    stop(complaint, REVIEW);
    if (form.is("reviewOutcome", "upheld")) {
      start(complaint, remedyClock(form));
    } else {
      start(complaint, RESULT);
    }
    return List.of();
  }

  /** Assessing anew has a time of its own; anything else is carried out by the unit leader. */
  private static String remedyClock(Submission form) {
    return form.is("remedy", "newAssessment") ? ASSESS_ANEW : CARRY_OUT;
  }

  private static List<Refusal> remedyRefusals(Submission form, boolean decided) {
    List<Refusal> refusals = new ArrayList<>();
    if (form.is("remedy", "newAssessment") && !decided) {
      refusals.add(Refusal.of("complaint.refusal.nothing-decided").at("remedy"));
    }
    if (form.text("remedy") == null) {
      refusals.add(Refusal.of("complaint.refusal.remedy").at("remedy"));
    }
    if (form.is("remedy", "other") && form.text("remedyWords") == null) {
      refusals.add(Refusal.of("complaint.refusal.remedy-words").at("remedyWords"));
    }
    return refusals;
  }

  List<Refusal> result(Submission form) {
    boolean changed = form.is("complaintResult", "changed");
    if (changed) {
      List<Refusal> refusals = remedyRefusals(form, assessments.find(form.caseNo()).isPresent());
      if (!refusals.isEmpty()) {
        return refusals;
      }
    }
    Complaint complaint = of(form);
    complaint.resultCame(form);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.ResultRecorded(
            complaint.id().toString(),
            form.text("complaintResult"),
            form.date("resultOn").map(Object::toString).orElse(null),
            form.text("reason"),
            form.text("remedy"),
            form.text("remedyWords")));
    stop(complaint, RESULT);
    if (changed) {
      start(complaint, remedyClock(form));
    }
    return List.of();
  }

  List<Refusal> carriedOut(Submission form) {
    Complaint complaint = of(form);
    complaint.carriedOut(form.text("done"), form.at());
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.CarriedOut(
            complaint.id().toString(), form.text("done"), form.text("patientTold")));
    stop(complaint, CARRY_OUT);
    return List.of();
  }

  /** The right is assessed anew, in its own process. */
  public void takeUpAssessment(String complaintId) {
    assessments.takeUpAnew(find(complaintId).orElseThrow().caseNo());
  }

  /** The new decision has been told; where the right is granted only now, work-up begins. */
  public void continuePathway(String complaintId) {
    Complaint complaint = find(complaintId).orElseThrow();
    ledger.lock(complaint.caseNo());
    complaint.carriedOut(null, clock.instant());
    ledger.append(complaint.caseNo(), new ComplaintEvent.CarriedOut(complaintId, null, "yes"));
    stop(complaint, ASSESS_ANEW);
    // of one that was upheld before assessing anew had a time of its own
    stop(complaint, CARRY_OUT);
    if (assessments.grantedAnew(complaint.caseNo())) {
      instances.start("assessment.granted.anew", complaint.caseNo().value(), Map.of());
    }
  }

  /**
   * Whoever complained takes the complaint back. What has been upheld or decided by others is not
   * withdrawn but carried out.
   *
   * @param version as the page showed it; an older one is refused
   */
  public Outcome<UUID> withdraw(CaseNo caseNo, UUID id, long version, String reason, boolean sure) {
    registrars.require(caseNo);
    ledger.lock(caseNo);
    Complaint complaint = onCase(caseNo, id);
    if (complaint.state() == Complaint.State.WITHDRAWN) {
      return Outcome.done(id);
    }
    if (!complaint.state().withdrawable()) {
      return Outcome.refused(Refusal.of("complaint.refusal.decided"));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (reason == null || reason.isBlank()) {
      refusals.add(Refusal.of("complaint.refusal.withdrawn-reason").at("reason"));
    } else if (reason.length() > LONGEST_REASON) {
      refusals.add(Refusal.of("complaint.refusal.reason-long", LONGEST_REASON).at("reason"));
    }
    if (!sure) {
      refusals.add(Refusal.of("complaint.refusal.sure").at("sure"));
    }
    if (version != complaint.version()) {
      refusals.add(Refusal.of("complaint.refusal.changed"));
    }
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    complaint.withdrawn(reason.strip(), clock.instant());
    ledger.append(caseNo, new ComplaintEvent.Withdrawn(id.toString(), reason.strip()));
    List.of(CONSIDER, POWER, REVIEW, RESULT).forEach(family -> stop(complaint, family));
    correlations.toWaiting("complaint.withdrawn", "complaintId", id.toString(), Map.of());
    return Outcome.done(id);
  }

  /** A paper of the complaint: the scanned letter, the power of attorney, an answer. */
  public Outcome<UUID> addPaper(CaseNo caseNo, UUID id, String name, byte[] content) {
    registrars.require(caseNo);
    ledger.lock(caseNo);
    Complaint complaint = onCase(caseNo, id);
    Outcome<Documents.Document> stored = documents.receive(name, content, Thing.LETTER);
    if (!stored.isDone()) {
      return new Outcome.Refused<>(stored.refusals().stream().map(r -> r.at("file")).toList());
    }
    documents.belongsTo(stored.value().id(), caseNo);
    ledger.append(
        caseNo,
        new ComplaintEvent.PaperAdded(
            complaint.id().toString(), stored.value().id().toString(), stored.value().sha256()));
    return Outcome.done(id);
  }

  @Transactional(readOnly = true)
  List<Complaint> ofCase(CaseNo caseNo) {
    return complaints.findByCaseNoOrderByReceivedAt(caseNo.value());
  }

  /** The complaint that this step or task is about. */
  @Transactional(readOnly = true)
  Optional<Complaint> find(String complaintId) {
    return complaintId == null
        ? Optional.empty()
        : complaints.findById(UUID.fromString(complaintId));
  }

  Complaint onCase(CaseNo caseNo, UUID id) {
    return complaints
        .findById(id)
        .filter(c -> c.caseNo().equals(caseNo))
        .orElseThrow(() -> new NoAccessException(Refusal.of("complaint.refusal.may-not")));
  }

  Complaint of(Submission form) {
    return about(form.task());
  }

  @Transactional(readOnly = true)
  Complaint about(OpenTask task) {
    return find((String) task.variables().get("complaintId")).orElseThrow();
  }

  private void start(Complaint complaint, String family) {
    Instant now = clock.instant();
    clocks.start(
        family, complaint.id().toString(), complaint.caseNo(), now, DeadlineClocks.Facts.NONE);
  }

  private void stop(Complaint complaint, String family) {
    clocks.stop(family, complaint.id().toString(), clock.instant(), "done");
  }

  private String write(List<String> list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can be written as JSON", e);
    }
  }

  List<String> read(String array) {
    try {
      return json.readValue(array, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored list is JSON", e);
    }
  }
}
