package no.vegvisar.casefile.process;

import java.util.Map;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.Phase;
import no.vegvisar.engine.TaskChange;
import no.vegvisar.engine.TaskChangeListener;
import no.vegvisar.kernel.CaseNo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The phase of a case follows the processes that the pathway calls: the first task of a called
 * process moves the case there, and only forward. Closing is a person's act and not read from the
 * engine.
 */
@Component
class PhaseFollowsSteps implements TaskChangeListener {

  private static final Map<String, Phase> PHASES =
      Map.of(
          "referral-intake", Phase.REFERRAL,
          "rights-assessment", Phase.ASSESSMENT,
          "work-up", Phase.WORK_UP,
          "treatment", Phase.TREATMENT,
          "follow-up", Phase.FOLLOW_UP,
          "municipal-service", Phase.APPLICATION);

  private static final String SERVICE_RUNS = "UserTask_FollowUpPerson";

  private final ObjectProvider<CaseFiles> cases;

  PhaseFollowsSteps(ObjectProvider<CaseFiles> cases) {
    this.cases = cases;
  }

  @Override
  public void changed(TaskChange change) {
    if (!(change instanceof TaskChange.Open open)
        || open.caseNo() == null
        || !PHASES.containsKey(open.processKey())) {
      return;
    }
    Phase phase =
        SERVICE_RUNS.equals(open.elementId()) ? Phase.SERVICE : PHASES.get(open.processKey());
    CaseNo.tryParse(open.caseNo())
        .flatMap(caseNo -> cases.getObject().find(caseNo))
        .filter(file -> file.open() && file.phase().ordinal() < phase.ordinal())
        .ifPresent(file -> cases.getObject().moveTo(file.caseNo(), phase));
  }
}
