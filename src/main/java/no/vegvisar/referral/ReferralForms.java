package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.form.FormHandler;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.patient.NationalId;
import no.vegvisar.patient.Patients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of intake and what stands behind each. */
@Configuration
class ReferralForms {

  /** The referral itself: belongs to no task, opens the case (decisions 20). */
  @Bean
  FormHandler referPatient(IntakeDesk desk) {
    return received(ReferralKind.ORDINARY, desk);
  }

  @Bean
  FormHandler referLar(IntakeDesk desk) {
    return received(ReferralKind.LAR, desk);
  }

  @Bean
  FormHandler referNextOfKin(IntakeDesk desk) {
    return received(ReferralKind.NEXT_OF_KIN, desk);
  }

  /** One desk for all kinds, and the same deadline (S27, S65). */
  private static FormHandler received(ReferralKind kind, IntakeDesk desk) {
    return FormHandler.of(
        kind.formId(),
        sent -> {
          desk.receive(sent);
          return List.of();
        });
  }

  /** A referral on paper or by phone, typed by intake: opens the case like any other. */
  @Bean
  FormHandler takeDownReferral(IntakeDesk desk) {
    return FormHandler.of("take-down-referral", desk::takeDown);
  }

  /**
   * Registration: what the sender wrote stands in view; what the stamp, the envelope and the check
   * digits have told already is not asked again.
   */
  @Bean
  FormHandler registerReferral(
      IntakeDesk desk, ReferralRecords records, SenderWords senders, Patients patients) {
    return FormHandler.of(
        "register-referral",
        desk::register,
        (task, caseNo) -> {
          Referral referral = records.ofCase(caseNo);
          JsonNode answers = records.answersOf(referral);
          return new FormHandler.Context(
              Map.of(
                  "referral",
                  List.of(referral.reference(), answers.path("patientName").asText()),
                  "sender",
                  senders.forIntake(referral, Language.of(LocaleContextHolder.getLocale()))),
              Map.of(),
              known(referral, patients.get(referral.personId())));
        });
  }

  private static Map<String, Object> known(Referral referral, Patients.Person person) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("firstReceipt", OsloTime.asTyped(referral.seniorityAt()));
    known.put("channel", referral.channel());
    if (referral.unit() != null) {
      known.put("unit", referral.unit());
    }
    // whose number it is, a person confirms; that there is none, or a wrong one, the digits tell
    switch (NationalId.read(person.nationalId()).mark()) {
      case ABSENT -> known.put("identity", "none");
      case FAILING -> known.put("identity", "failing");
      default -> {}
    }
    if (person.protection() != Patients.Protection.UNKNOWN) {
      known.put("protectedAddress", ProtectionAnswers.codeOf(person.protection()));
    }
    return known;
  }

  /** A person decides the way; the table's proposal and its reason stand beside. */
  @Bean
  FormHandler confirmRoute(RouteDesk desk, ReferralRecords records, WayWords ways) {
    return FormHandler.of(
        "confirm-route",
        desk::confirmRoute,
        (task, caseNo) -> {
          Language language = Language.of(LocaleContextHolder.getLocale());
          Referral referral = records.ofCase(caseNo);
          List<String> proposal = new ArrayList<>();
          Optional.ofNullable(ways.reason(referral, language)).ifPresent(proposal::add);
          proposal.addAll(ways.notes(referral, language));
          return FormHandler.Context.showing(
              proposal.isEmpty() ? Map.of() : Map.of("proposal", proposal));
        });
  }
}
