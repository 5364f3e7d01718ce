package no.vegvisar.breach.process;

import java.util.function.Consumer;
import no.vegvisar.breach.BreachSending;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of process deadline-breach; each is about the breach its instance carries. */
@Configuration(proxyBeanMethods = false)
class BreachSteps {

  private static JavaDelegate about(Consumer<String> step) {
    return execution -> step.accept((String) execution.getVariable("breachId"));
  }

  @Bean
  JavaDelegate notifyHelfo(BreachSending sending) {
    return about(sending::notifyHelfo);
  }

  @Bean
  JavaDelegate tellHelfoPlaceFound(BreachSending sending) {
    return about(sending::tellPlaceFound);
  }

  @Bean
  JavaDelegate callOffHelfo(BreachSending sending) {
    return about(sending::callOffHelfo);
  }

  @Bean
  JavaDelegate confirmAgreementNotToNotify(BreachSending sending) {
    return about(sending::confirmAgreement);
  }
}
