package no.vegvisar.complaint.process;

import java.util.function.Consumer;
import no.vegvisar.complaint.ComplaintHandling;
import no.vegvisar.complaint.ComplaintSending;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of process complaint; each is about the complaint its instance carries. */
@Configuration(proxyBeanMethods = false)
class ComplaintSteps {

  private static JavaDelegate about(Consumer<String> step) {
    return execution -> step.accept((String) execution.getVariable("complaintId"));
  }

  @Bean
  JavaDelegate confirmComplaintReceived(ComplaintSending sending) {
    return about(sending::confirmReceived);
  }

  @Bean
  JavaDelegate remindAboutPowerOfAttorney(ComplaintSending sending) {
    return about(sending::remindAboutPower);
  }

  @Bean
  JavaDelegate forwardComplaint(ComplaintSending sending) {
    return about(sending::forward);
  }

  @Bean
  JavaDelegate tellComplaintOutcome(ComplaintSending sending) {
    return about(sending::tellOutcome);
  }

  @Bean
  JavaDelegate takeUpAssessmentAnew(ComplaintHandling handling) {
    return about(handling::takeUpAssessment);
  }

  @Bean
  JavaDelegate continuePathway(ComplaintHandling handling) {
    return about(handling::continuePathway);
  }

  @Bean
  JavaDelegate confirmComplaintWithdrawn(ComplaintSending sending) {
    return about(sending::confirmWithdrawn);
  }
}
