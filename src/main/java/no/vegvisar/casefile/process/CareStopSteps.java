package no.vegvisar.casefile.process;

import no.vegvisar.casefile.CareStops;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three steps of treatment-pathway that stop care; what stops is each module's own matter. */
@Configuration(proxyBeanMethods = false)
class CareStopSteps {

  @Bean
  JavaDelegate stopCareAfterDeath(CareStops stops) {
    return step -> stops.stop(new CaseNo(step.getProcessBusinessKey()), CaseStop.Reason.DIED);
  }

  @Bean
  JavaDelegate stopCareAfterWithdrawal(CareStops stops) {
    return step -> stops.stop(new CaseNo(step.getProcessBusinessKey()), CaseStop.Reason.WITHDREW);
  }

  @Bean
  JavaDelegate passCaseOn(CareStops stops) {
    return step ->
        stops.stop(new CaseNo(step.getProcessBusinessKey()), CaseStop.Reason.TRANSFERRED);
  }
}
