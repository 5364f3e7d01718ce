package no.vegvisar.breach;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of a deadline breach and what stands behind each. */
@Configuration(proxyBeanMethods = false)
class BreachForms {

  private static FormHandler withBreach(
      String formId,
      Function<Submission, List<Refusal>> command,
      BreachDesk desk,
      BreachFacts facts) {
    return FormHandler.of(
        formId,
        command,
        (task, caseNo) ->
            FormHandler.Context.showing(
                Map.of(
                    "breach",
                    facts.lines(
                        desk.find((String) task.variables().get("breachId")).orElseThrow(),
                        Language.of(LocaleContextHolder.getLocale())))));
  }

  @Bean
  FormHandler confirmDeadlineBreach(BreachDesk desk, BreachFacts facts) {
    return withBreach("confirm-deadline-breach", desk::confirm, desk, facts);
  }

  @Bean
  FormHandler recordHelfoAnswer(BreachDesk desk, BreachFacts facts) {
    return withBreach("record-helfo-answer", desk::answered, desk, facts);
  }
}
