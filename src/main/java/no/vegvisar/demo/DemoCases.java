package no.vegvisar.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The sixteen cases of the demo and the two drafts of the walk (cast §4.2), as far as the processes
 * here carry them.
 */
@Component
@Profile({"demo", "test"})
class DemoCases {

  private final DemoReferrals referrals;
  private final DemoAssessments assessments;
  private final DemoWorkUps workUps;
  private final DemoTreatments treatments;
  private final DemoEndings endings;

  DemoCases(
      DemoReferrals referrals,
      DemoAssessments assessments,
      DemoWorkUps workUps,
      DemoTreatments treatments,
      DemoEndings endings) {
    this.referrals = referrals;
    this.assessments = assessments;
    this.workUps = workUps;
    this.treatments = treatments;
    this.endings = endings;
  }

  /** Each case by its key; run in this order, each from its own first day. */
  Map<String, Runnable> all(DemoTime time) {
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("D14", () -> endings.closed(time));
    all.put("D09", () -> treatments.overdueEvaluation(time));
    all.put("D08", () -> treatments.silentMunicipality(time));
    all.put("D12", () -> treatments.withdrawnBase(time));
    all.put("D13", () -> endings.plannedEnd(time));
    all.put("D10", () -> workUps.nextOfKin(time));
    all.put("D05", () -> assessments.brokenStartDeadline(time));
    all.put("D04", () -> workUps.decisionDue(time));
    all.put("D11", () -> workUps.protectedAddress(time));
    all.put("D06", () -> assessments.refused(time));
    all.put("D07", () -> assessments.waitsForTherapist(time));
    all.put("D03", () -> assessments.waitsForSignature(time));
    all.put("D16", () -> assessments.letterReturned(time));
    all.put("D02", () -> referrals.asked(time));
    all.put("D15", () -> referrals.minor(time));
    all.put("D01", () -> referrals.unregistered(time));
    all.put("drafts", () -> referrals.draftsOfTheWalk(time));
    return all;
  }
}
