package no.vegvisar.treatment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of work-up and treatment and what stands behind each. */
@Configuration(proxyBeanMethods = false)
class TreatmentForms {

  /** A form, its command, and what its page is given. */
  private record Handler(
      String formId,
      Function<Submission, List<Refusal>> command,
      BiFunction<OpenTask, CaseNo, FormHandler.Context> given)
      implements FormHandler {

    static Handler of(String formId, Function<Submission, List<Refusal>> command) {
      return new Handler(formId, command, (task, caseNo) -> Context.NONE);
    }

    @Override
    public List<Refusal> submit(Submission submission) {
      return command.apply(submission);
    }

    @Override
    public Context context(OpenTask task, CaseNo caseNo) {
      return given.apply(task, caseNo);
    }
  }

  /** The leader sees names and loads, and nothing clinical. */
  @Bean
  FormHandler assignTherapist(TreatmentDesk desk, MessageSource messages) {
    return new Handler(
        "assign-therapist",
        desk::assignTherapist,
        (task, caseNo) -> {
          Locale locale = LocaleContextHolder.getLocale();
          Map<String, String> options = new LinkedHashMap<>();
          desk.therapists(caseNo)
              .forEach(
                  (user, load) ->
                      options.put(
                          user.id().value(),
                          messages.getMessage(
                              "treatment.therapist-load",
                              new Object[] {user.displayName(), load},
                              locale)));
          return new FormHandler.Context(Map.of(), Map.of("therapists", options), Map.of());
        });
  }

  @Bean
  FormHandler recordFirstAttendance(TreatmentDesk desk) {
    return Handler.of("record-first-attendance", desk::recordAttendance);
  }

  @Bean
  FormHandler askAboutChildren(TreatmentDesk desk) {
    return Handler.of("ask-about-children", desk::askAboutChildren);
  }

  @Bean
  FormHandler mapNeeds(TreatmentDesk desk) {
    return Handler.of("map-needs", desk::mapNeeds);
  }

  /** A plan that is agreed on anew starts from the goals on record. */
  @Bean
  FormHandler agreeTreatmentPlan(TreatmentDesk desk) {
    return new Handler(
        "agree-treatment-plan",
        desk::agreePlan,
        (task, caseNo) ->
            desk.plans(caseNo).stream()
                .findFirst()
                .map(
                    plan ->
                        new FormHandler.Context(
                            Map.of(), Map.of(), Map.of("goals", rows(desk.goals(plan)))))
                .orElse(FormHandler.Context.NONE));
  }

  private static List<Map<String, String>> rows(List<TreatmentPlan.Goal> goals) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (TreatmentPlan.Goal goal : goals) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("goal", goal.goal());
      row.put("measure", goal.measure());
      row.put("owner", goal.owner());
      row.put("by", goal.by());
      row.values().removeIf(v -> v == null);
      rows.add(row);
    }
    return rows;
  }

  @Bean
  FormHandler makeClinicalDecision(TreatmentDesk desk) {
    return Handler.of("make-clinical-decision", desk::decide);
  }

  @Bean
  FormHandler evaluateTreatment(TreatmentDesk desk) {
    return Handler.of("evaluate-treatment", desk::evaluate);
  }
}
