package no.vegvisar.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of coordination and what stands behind each. */
@Configuration
class CoordinationForms {

  private static FormHandler handler(
      String formId,
      Function<Submission, List<Refusal>> command,
      BiFunction<OpenTask, CaseNo, Map<String, List<String>>> slots) {
    return FormHandler.of(
        formId, command, (task, caseNo) -> FormHandler.Context.showing(slots.apply(task, caseNo)));
  }

  private static String variable(OpenTask task, String name) {
    return (String) task.variables().get(name);
  }

  @Bean
  FormHandler seekLegalBase(
      SharingDesk sharing, Organisations organisations, MessageSource messages) {
    return handler(
        "seek-legal-base",
        sharing::seekBase,
        (task, caseNo) -> Map.of("disclosure", disclosure(organisations, messages)));
  }

  @Bean
  FormHandler seekBaseForHandover(
      SharingDesk sharing, Organisations organisations, MessageSource messages) {
    return handler(
        "seek-base-for-handover",
        sharing::seekBaseForHandover,
        (task, caseNo) -> Map.of("disclosure", disclosure(organisations, messages)));
  }

  /** Recipient, purpose and categories, so that the patient is asked about exactly this. */
  private static List<String> disclosure(Organisations organisations, MessageSource messages) {
    Locale locale = LocaleContextHolder.getLocale();
    String unit =
        organisations
            .unit(RequestDesk.RECEIVING_UNIT)
            .map(u -> Language.of(locale) == Language.NB ? u.nameNb() : u.nameNn())
            .orElse(RequestDesk.RECEIVING_UNIT);
    String body =
        organisations
            .body(RequestDesk.MUNICIPALITY)
            .map(b -> b.name())
            .orElse(RequestDesk.MUNICIPALITY);
    return List.of(
        messages.getMessage("coordination.disclosure.recipient", new Object[] {body, unit}, locale),
        messages.getMessage("coordination.disclosure.categories", null, locale));
  }

  @Bean
  FormHandler readMunicipalAnswer(RequestDesk desk, MessageSource messages) {
    return handler(
        "read-municipal-answer",
        s -> {
          desk.answerRead(
              variable(s.task(), "requestId"), s.text("meaning"), s.text("patientTold"));
          return List.of();
        },
        (task, caseNo) ->
            Map.of("answer", answer(desk.row(variable(task, "requestId")), messages)));
  }

  private static List<String> answer(RequestEntity request, MessageSource messages) {
    Locale locale = LocaleContextHolder.getLocale();
    List<String> lines = new ArrayList<>();
    lines.add(messages.getMessage("coordination.answer." + request.answer, null, locale));
    if (request.answerText != null) {
      lines.add(request.answerText);
    }
    if (request.coordinator != null) {
      lines.add(
          messages.getMessage(
              "coordination.answer.coordinator", new Object[] {request.coordinator}, locale));
    }
    return lines;
  }

  @Bean
  FormHandler settleFailedDelivery(RequestDesk desk, MessageSource messages) {
    return handler(
        "settle-failed-delivery",
        s -> {
          desk.settleDelivery(variable(s.task(), "requestId"), s.text("how"));
          return List.of();
        },
        (task, caseNo) ->
            Map.of(
                "failure",
                List.of(
                    messages.getMessage(
                        "coordination.delivery-failed",
                        new Object[] {variable(task, "requestId")},
                        LocaleContextHolder.getLocale()))));
  }

  @Bean
  FormHandler inviteMembers(GroupDesk groups) {
    return handler(
        "invite-members",
        s -> groups.invite(s, variable(s.task(), "groupId")),
        (task, caseNo) -> Map.of());
  }

  @Bean
  FormHandler recordMeeting(GroupMeetings meetings) {
    return handler(
        "record-meeting",
        s -> meetings.record(s, variable(s.task(), "groupId")),
        (task, caseNo) -> Map.of());
  }

  @Bean
  FormHandler reviewSharing(
      SharingDesk sharing, DisclosureRows disclosures, MessageSource messages) {
    return handler(
        "review-sharing",
        sharing::review,
        (task, caseNo) ->
            Map.of(
                "sharing",
                disclosures.findByCaseNoOrderByDisclosedAtDesc(caseNo.value()).stream()
                    .map(
                        d ->
                            messages.getMessage(
                                d.endedAt == null
                                    ? "coordination.sharing.stands"
                                    : "coordination.sharing.ended",
                                new Object[] {
                                  d.recipientUnit, OsloTime.dateOf(d.disclosedAt).toString()
                                },
                                LocaleContextHolder.getLocale()))
                    .toList()));
  }
}
