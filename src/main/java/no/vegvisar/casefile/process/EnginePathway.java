package no.vegvisar.casefile.process;

import java.util.Map;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.Instances;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Component;

@Component
class EnginePathway implements PathwayProcess {

  private final Instances instances;
  private final Correlations correlations;

  EnginePathway(Instances instances, Correlations correlations) {
    this.instances = instances;
    this.correlations = correlations;
  }

  @Override
  public void referralReceived(CaseNo caseNo, String referralId) {
    instances.start("referral.received", caseNo.value(), Map.of("referralId", referralId));
  }

  @Override
  public void patientDied(CaseNo caseNo) {
    correlations.toCase("patient.died", caseNo.value(), Map.of());
  }

  @Override
  public void patientWithdrew(CaseNo caseNo) {
    correlations.toCase("patient.withdrew", caseNo.value(), Map.of());
  }

  @Override
  public void caseTransferred(CaseNo caseNo) {
    correlations.toCase("case.transferred", caseNo.value(), Map.of());
  }

  @Override
  public void consentWithdrawn(CaseNo caseNo) {
    correlations.toCase("consent.withdrawn", caseNo.value(), Map.of());
  }

  @Override
  public void requestOpened(CaseNo caseNo, String requestId) {
    correlations.toCase(
        "coordination.request.opened", caseNo.value(), Map.of("requestId", requestId));
  }

  @Override
  public void groupOpened(CaseNo caseNo, String groupId) {
    correlations.toCase("coordination.group.opened", caseNo.value(), Map.of("groupId", groupId));
  }
}
