package no.vegvisar.complaint;

import java.util.Map;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormHandler.Context;
import no.vegvisar.kernel.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of a complaint and what stands behind each. */
@Configuration(proxyBeanMethods = false)
class ComplaintForms {

  private static Language reader() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  @Bean
  FormHandler registerComplaint(ComplaintDesk desk) {
    return FormHandler.of(ComplaintDesk.FORM, desk::register);
  }

  /** The complaint stands beside the form; the guide to time and standing above its fields. */
  @Bean
  FormHandler considerComplaint(
      ComplaintDesk desk, ComplaintHandling handling, ComplaintFacts facts) {
    return FormHandler.of(
        "consider-complaint",
        handling::consider,
        (task, caseNo) ->
            Context.showing(Map.of("guidance", facts.guidance(desk.about(task), reader()))));
  }

  @Bean
  FormHandler obtainPowerOfAttorney(ComplaintHandling handling) {
    return FormHandler.of("obtain-power-of-attorney", handling::powerOfAttorney);
  }

  @Bean
  FormHandler reviewComplaint(ComplaintDesk desk, ComplaintForwarding forwarding) {
    return FormHandler.of(
        ComplaintForwarding.FORM,
        forwarding::review,
        (task, caseNo) -> forwarding.offered(desk.about(task), reader()));
  }

  @Bean
  FormHandler recordComplaintResult(ComplaintHandling handling) {
    return FormHandler.of("record-complaint-result", handling::result);
  }

  @Bean
  FormHandler carryOutComplaintResult(ComplaintHandling handling) {
    return FormHandler.of("carry-out-complaint-result", handling::carriedOut);
  }
}
