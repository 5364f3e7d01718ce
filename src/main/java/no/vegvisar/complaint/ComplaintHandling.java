package no.vegvisar.complaint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.assessment.DecisionMakers;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.engine.Instances;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided on a complaint, step by step (S37; pbrl ch. 7). Who prepared, signed or corrected
 * what is complained about does not review it; the rule is here and not in the model, because that
 * decision was made in another process.
 */
@Service
@Transactional
public class ComplaintHandling {

  private final ComplaintDesk desk;
  private final AssessmentDesk assessments;
  private final DecisionMakers makers;
  private final CaseLedger ledger;
  private final ComplaintLetters drafts;
  private final Letters letters;
  private final ComplaintClocks clocks;
  private final UpheldParts parts;
  private final Instances instances;
  private final Clock clock;

  ComplaintHandling(
      ComplaintDesk desk,
      AssessmentDesk assessments,
      DecisionMakers makers,
      CaseLedger ledger,
      ComplaintLetters drafts,
      Letters letters,
      ComplaintClocks clocks,
      UpheldParts parts,
      Instances instances,
      Clock clock) {
    this.desk = desk;
    this.assessments = assessments;
    this.makers = makers;
    this.ledger = ledger;
    this.drafts = drafts;
    this.letters = letters;
    this.clocks = clocks;
    this.parts = parts;
    this.instances = instances;
    this.clock = clock;
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
    Complaint complaint = desk.of(form);
    boolean asked = complaint.powerMissing();
    complaint.considered(form);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.Considered(
            complaint.id().toString(),
            form.text("inTime"),
            form.text("lateReason"),
            form.text("standing"),
            form.text("reason")));
    boolean waits = form.is("waitForPowerOfAttorney", "yes");
    clocks.stop(complaint, ComplaintClocks.CONSIDER);
    clocks.start(complaint, waits ? ComplaintClocks.POWER : ComplaintClocks.REVIEW);
    if (waits && complaint.powerMissing() && !asked) {
      // found missing only now, so nobody has asked for it
      letters.send(letters.write(drafts.received(complaint, false)));
    }
    return List.of();
  }

  List<Refusal> powerOfAttorney(Submission form) {
    boolean came = form.is("came", "yes");
    if (!came && form.text("reason") == null) {
      return List.of(Refusal.of("complaint.refusal.no-power-reason").at("reason"));
    }
    Complaint complaint = desk.of(form);
    complaint.powerOfAttorney(came);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.PowerOfAttorney(
            complaint.id().toString(),
            form.text("came"),
            form.date("receivedOn").map(Object::toString).orElse(null),
            form.text("reason")));
    clocks.stop(complaint, ComplaintClocks.POWER);
    clocks.start(complaint, ComplaintClocks.REVIEW);
    return List.of();
  }

  List<Refusal> review(Submission form) {
    Complaint complaint = desk.of(form);
    if (madeWhatIsComplainedAbout(complaint, form.by())) {
      return List.of(Refusal.of("complaint.refusal.own-decision"));
    }
    if (form.is("reviewOutcome", "upheld")) {
      List<Refusal> refusals = remedyRefusals(form, assessments.find(form.caseNo()).isPresent());
      if (!refusals.isEmpty()) {
        return refusals;
      }
    }
    List<String> chosen = form.chosen("documents");
    complaint.reviewed(form, desk.write(chosen));
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.Reviewed(
            complaint.id().toString(),
            form.text("reviewOutcome"),
            form.text("reason"),
            form.text("remedy"),
            complaint.upheldInPart() ? form.text("partWords") : form.text("remedyWords"),
            chosen,
            form.text("leftOutReason")));
    clocks.stop(complaint, ComplaintClocks.REVIEW);
    if (form.is("reviewOutcome", "upheld")) {
      clocks.start(complaint, remedyClock(form));
    } else {
      clocks.start(complaint, ComplaintClocks.RESULT);
      parts.owed(complaint);
    }
    return List.of();
  }

  /**
   * Kept as it was when the complaint came; one that came before the decision is about what was
   * being decided. Who put the letter right later wrote it too.
   */
  private boolean madeWhatIsComplainedAbout(Complaint complaint, UserId user) {
    return complaint.decidedBy(user)
        || (complaint.cameBeforeDecision() && makers.decided(complaint.caseNo(), user))
        || makers.corrected(complaint.caseNo(), user);
  }

  /** Assessing anew has a time of its own; anything else is carried out by the unit leader. */
  private static String remedyClock(Submission form) {
    return form.is("remedy", "newAssessment")
        ? ComplaintClocks.ASSESS_ANEW
        : ComplaintClocks.CARRY_OUT;
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
    Complaint complaint = desk.of(form);
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
    clocks.stop(complaint, ComplaintClocks.RESULT);
    if (changed) {
      clocks.start(complaint, remedyClock(form));
    }
    return List.of();
  }

  List<Refusal> carriedOut(Submission form) {
    Complaint complaint = desk.of(form);
    complaint.carriedOut(form.text("done"), form.at());
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.CarriedOut(
            complaint.id().toString(), form.text("done"), form.text("patientTold")));
    clocks.stop(complaint, ComplaintClocks.CARRY_OUT);
    return List.of();
  }

  /** The right is assessed anew, in its own process. */
  public void takeUpAssessment(String complaintId) {
    assessments.takeUpAnew(desk.find(complaintId).orElseThrow().caseNo());
  }

  /** The new decision has been told; where the right is granted only now, work-up begins. */
  public void continuePathway(String complaintId) {
    Complaint complaint = desk.find(complaintId).orElseThrow();
    ledger.lock(complaint.caseNo());
    complaint.carriedOut(null, clock.instant());
    ledger.append(complaint.caseNo(), new ComplaintEvent.CarriedOut(complaintId, null, "yes"));
    clocks.stop(complaint, ComplaintClocks.ASSESS_ANEW);
    // of one that was upheld before assessing anew had a time of its own
    clocks.stop(complaint, ComplaintClocks.CARRY_OUT);
    if (assessments.grantedAnew(complaint.caseNo())) {
      instances.start("assessment.granted.anew", complaint.caseNo().value(), Map.of());
    }
  }
}
