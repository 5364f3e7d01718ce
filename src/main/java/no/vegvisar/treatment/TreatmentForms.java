package no.vegvisar.treatment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.form.FormHandler;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of work-up and treatment and what stands behind each. */
@Configuration(proxyBeanMethods = false)
class TreatmentForms {

  /** The leader sees names and loads, and nothing clinical. */
  @Bean
  FormHandler assignTherapist(CourseStart start, MessageSource messages) {
    return FormHandler.of(
        "assign-therapist",
        start::assignTherapist,
        (task, caseNo) -> {
          Locale locale = LocaleContextHolder.getLocale();
          Map<String, String> options = new LinkedHashMap<>();
          start
              .therapists(caseNo)
              .forEach(
                  (user, load) ->
                      options.put(
                          user.id().value(),
                          messages.getMessage(
                              "treatment.therapist-load",
                              new Object[] {user.displayName(), load},
                              locale)));
          return FormHandler.Context.offering(Map.of("therapists", options));
        });
  }

  @Bean
  FormHandler recordFirstAttendance(CourseStart start) {
    return FormHandler.of("record-first-attendance", start::recordAttendance);
  }

  @Bean
  FormHandler askAboutChildren(WorkUpDesk desk) {
    return FormHandler.of("ask-about-children", desk::askAboutChildren);
  }

  @Bean
  FormHandler mapNeeds(WorkUpDesk desk) {
    return FormHandler.of("map-needs", desk::mapNeeds);
  }

  /** A plan that is agreed on anew starts from the goals on record. */
  @Bean
  FormHandler agreeTreatmentPlan(PlanDesk plans) {
    return FormHandler.of(
        "agree-treatment-plan",
        plans::agree,
        (task, caseNo) ->
            plans.of(caseNo).stream()
                .findFirst()
                .map(
                    plan ->
                        new FormHandler.Context(
                            Map.of(), Map.of(), Map.of("goals", rows(plans.goals(plan)))))
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
  FormHandler makeClinicalDecision(EvaluationDesk desk) {
    return FormHandler.of("make-clinical-decision", desk::decide);
  }

  @Bean
  FormHandler evaluateTreatment(EvaluationDesk desk) {
    return FormHandler.of("evaluate-treatment", desk::evaluate);
  }
}
