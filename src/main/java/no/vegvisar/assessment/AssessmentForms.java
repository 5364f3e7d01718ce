package no.vegvisar.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The forms of the rights assessment and what stands behind each. */
@Configuration
class AssessmentForms {

  /** Preparing: the rows of the guide stand beside an empty field. */
  @Bean
  FormHandler prepareAssessment(AssessmentDesk desk) {
    return FormHandler.of(
        "prepare-assessment",
        desk::prepare,
        (task, caseNo) -> {
          Language reader = Language.of(LocaleContextHolder.getLocale());
          List<String> rows =
              desk.begun(caseNo)
                  .map(a -> desk.guidance(a).stream().map(t -> t.in(reader)).toList())
                  .orElse(List.of());
          return FormHandler.Context.showing(rows.isEmpty() ? Map.of() : Map.of("guidance", rows));
        });
  }

  /** Signing: the proposal and the letter stand in view. */
  @Component
  static class SignDecision implements FormHandler {

    private final AssessmentDesk desk;
    private final Users users;
    private final MessageSource messages;

    SignDecision(AssessmentDesk desk, Users users, MessageSource messages) {
      this.desk = desk;
      this.users = users;
      this.messages = messages;
    }

    @Override
    public String formId() {
      return "sign-decision";
    }

    @Override
    public List<Refusal> submit(Submission submission) {
      return desk.sign(submission);
    }

    @Override
    public Context context(OpenTask task, CaseNo caseNo) {
      RightsAssessment assessment = desk.ofCase(caseNo);
      Locale locale = LocaleContextHolder.getLocale();
      Language reader = Language.of(locale);
      List<String> proposal = new ArrayList<>();
      proposal.add(messages.getMessage("assessment.outcome." + assessment.outcome(), null, locale));
      if ("granted".equals(assessment.outcome())) {
        List<String> levels =
            desk.readList(assessment.levelsJson()).stream()
                .map(l -> messages.getMessage("assessment.level." + l, null, locale))
                .toList();
        proposal.add(line("assessment.proposal.levels", locale, String.join(", ", levels)));
        proposal.add(line("assessment.proposal.place", locale, assessment.place()));
        proposal.add(
            line(
                "assessment.proposal.deadline",
                locale,
                DecisionLetters.date(assessment.deadline(), reader)));
        if (assessment.firstAppointment() != null) {
          proposal.add(
              line(
                  "assessment.proposal.appointment",
                  locale,
                  DecisionLetters.dateTime(assessment.firstAppointment(), reader)));
        }
      }
      if (assessment.elsewhere() != null) {
        proposal.add(line("assessment.proposal.elsewhere", locale, assessment.elsewhere()));
      }
      proposal.add(line("assessment.proposal.reason", locale, assessment.reason()));
      proposal.add(
          line(
              "assessment.proposal.prepared-by",
              locale,
              users.displayName(assessment.preparedBy())));
      return Context.showing(
          Map.of(
              "proposal",
              proposal,
              "letter",
              List.of(messages.getMessage("assessment.letter.preview", null, locale))));
    }

    private String line(String key, Locale locale, Object value) {
      return messages.getMessage(key, new Object[] {value}, locale);
    }
  }

  /**
   * The patient is told by phone, at the desk or by post; trying in vain is logged and the task
   * comes back.
   */
  @Bean
  FormHandler tellPatientAnotherWay(AssessmentDesk desk) {
    return FormHandler.of("tell-patient-another-way", desk::toldAnotherWay);
  }
}
