package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The forms of intake and what stands behind each. */
@Configuration
class ReferralForms {

  /** The referral itself: belongs to no task, opens the case (decisions 20). */
  @Bean
  FormHandler referPatient(IntakeDesk desk) {
    return new FormHandler() {
      @Override
      public String formId() {
        return "refer-patient";
      }

      @Override
      public List<Refusal> submit(Submission submission) {
        desk.receive(submission);
        return List.of();
      }
    };
  }

  /**
   * Registration: what the sender wrote stands in view; the proposed receipt is when the system had
   * it.
   */
  @Component
  static class RegisterReferral implements FormHandler {

    private final IntakeDesk desk;

    RegisterReferral(IntakeDesk desk) {
      this.desk = desk;
    }

    @Override
    public String formId() {
      return "register-referral";
    }

    @Override
    public List<Refusal> submit(Submission submission) {
      return desk.register(submission);
    }

    @Override
    public Context context(OpenTask task, CaseNo caseNo) {
      Referral referral = desk.ofCase(caseNo);
      JsonNode answers = desk.answersOf(referral);
      Map<String, Object> prefill = new LinkedHashMap<>();
      prefill.put(
          "firstReceipt",
          OsloTime.dateTimeOf(referral.receivedAt()).withSecond(0).withNano(0).toString());
      prefill.put("channel", "web");
      return new Context(
          Map.of("referral", List.of(referral.reference(), answers.path("patientName").asText())),
          Map.of(),
          prefill);
    }
  }

  /** A person decides the way; the table's proposal and its reason stand beside. */
  @Component
  static class ConfirmRoute implements FormHandler {

    private final IntakeDesk desk;

    ConfirmRoute(IntakeDesk desk) {
      this.desk = desk;
    }

    @Override
    public String formId() {
      return "confirm-route";
    }

    @Override
    public List<Refusal> submit(Submission submission) {
      return desk.confirmRoute(submission);
    }

    @Override
    public Context context(OpenTask task, CaseNo caseNo) {
      Referral referral = desk.ofCase(caseNo);
      String reason = referral.proposedReason().in(Language.of(LocaleContextHolder.getLocale()));
      return new Context(
          reason == null ? Map.of() : Map.of("proposal", List.of(reason)), Map.of(), Map.of());
    }
  }
}
