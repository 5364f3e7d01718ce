package no.vegvisar.complaint;

import java.util.ArrayList;
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

/** The forms of a complaint and what stands behind each. */
@Configuration(proxyBeanMethods = false)
class ComplaintForms {

  private static FormHandler withComplaint(
      String formId,
      Function<Submission, List<Refusal>> command,
      ComplaintDesk desk,
      Function<Complaint, List<String>> lines,
      Function<Complaint, Map<String, Map<String, String>>> options) {
    return FormHandler.of(
        formId,
        command,
        (task, caseNo) -> {
          Complaint complaint =
              desk.find((String) task.variables().get("complaintId")).orElseThrow();
          return new FormHandler.Context(
              Map.of("complaint", lines.apply(complaint)), options.apply(complaint), Map.of());
        });
  }

  private static Language reader() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  @Bean
  FormHandler registerComplaint(ComplaintDesk desk) {
    return FormHandler.of(ComplaintDesk.FORM, desk::register);
  }

  @Bean
  FormHandler considerComplaint(ComplaintDesk desk, ComplaintFacts facts) {
    return withComplaint(
        "consider-complaint",
        desk::consider,
        desk,
        c -> {
          List<String> lines = new ArrayList<>(facts.lines(c, reader()));
          lines.addAll(facts.guidance(c, reader()));
          return lines;
        },
        c -> Map.of());
  }

  @Bean
  FormHandler obtainPowerOfAttorney(ComplaintDesk desk, ComplaintFacts facts) {
    return withComplaint(
        "obtain-power-of-attorney",
        desk::powerOfAttorney,
        desk,
        c -> facts.lines(c, reader()),
        c -> Map.of());
  }

  @Bean
  FormHandler reviewComplaint(ComplaintDesk desk, ComplaintFacts facts, ComplaintLetters letters) {
    return withComplaint(
        "review-complaint",
        desk::review,
        desk,
        c -> facts.lines(c, reader()),
        c -> Map.of("caseDocuments", letters.choices(c.caseNo(), reader())));
  }

  @Bean
  FormHandler recordComplaintResult(ComplaintDesk desk, ComplaintFacts facts) {
    return withComplaint(
        "record-complaint-result",
        desk::result,
        desk,
        c -> facts.lines(c, reader()),
        c -> Map.of());
  }

  @Bean
  FormHandler carryOutComplaintResult(ComplaintDesk desk, ComplaintFacts facts) {
    return withComplaint(
        "carry-out-complaint-result",
        desk::carriedOut,
        desk,
        c -> {
          List<String> lines = new ArrayList<>();
          facts.of(c, false, reader()).forEach(f -> lines.add(f.label() + ": " + f.text()));
          if (c.remedyWords() != null) {
            lines.add(c.remedyWords());
          }
          return lines;
        },
        c -> Map.of());
  }
}
