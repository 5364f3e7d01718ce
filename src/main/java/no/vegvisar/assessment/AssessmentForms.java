package no.vegvisar.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.form.FormHandler;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of the rights assessment and what stands behind each. */
@Configuration
class AssessmentForms {

  /**
   * Preparing: the rows of the guide stand beside an empty field. What a specialist sent back comes
   * as it was prepared, with the cause above it.
   */
  @Bean
  FormHandler prepareAssessment(
      Preparation preparation, AssessmentDesk desk, AssessmentWords words, MeetingDesk meetings) {
    return FormHandler.of(
        "prepare-assessment",
        preparation::prepare,
        (task, caseNo) -> {
          Map<String, List<String>> slots = new LinkedHashMap<>();
          desk.begun(caseNo).ifPresent(a -> slots.put("sentBack", words.sentBack(a, reader())));
          slots.put("guidance", words.guidance(caseNo, reader()));
          slots.put("wish", words.wish(caseNo, reader()));
          slots.values().removeIf(List::isEmpty);
          return new FormHandler.Context(slots, Map.of(), prefilled(desk, meetings, caseNo));
        });
  }

  /** Who took part in the team's meeting, and what was prepared before when it was sent back. */
  private static Map<String, Object> prefilled(
      AssessmentDesk desk, MeetingDesk meetings, CaseNo caseNo) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> professions = meetings.professionsAt(caseNo);
    if (!professions.isEmpty()) {
      values.put("participants", professions);
    }
    values.putAll(prepared(desk, caseNo));
    return values;
  }

  /** What was prepared before and sent back; nothing at first, so that no decision is proposed. */
  private static Map<String, Object> prepared(AssessmentDesk desk, CaseNo caseNo) {
    Map<String, Object> values = new LinkedHashMap<>();
    desk.begun(caseNo)
        .filter(a -> a.state() == RightsAssessment.State.SENT_BACK)
        .ifPresent(
            a -> {
              values.put("outcome", a.outcome());
              values.put(
                  "levels",
                  desk.readList(a.levelsJson()).stream().map(l -> Map.of("level", l)).toList());
              values.put("levelDiffers", a.levelDiffers());
              values.put("otherPlace".equals(a.outcome()) ? "toPlace" : "place", a.place());
              values.put("placeDiffers", a.placeDiffers());
              values.put("offers", desk.readList(a.offersJson()));
              values.put("meetingForm", a.meetingForm());
              values.put("deadline", a.deadline() == null ? null : a.deadline().toString());
              values.put("deadlineReason", a.deadlineReason());
              values.put(
                  "firstAppointment",
                  a.firstAppointment() == null ? null : OsloTime.asTyped(a.firstAppointment()));
              values.put(
                  "appointmentWeek",
                  a.appointmentWeek() == null ? null : a.appointmentWeek().toString());
              values.put("reason", a.reason());
              values.put("adviceOnly".equals(a.outcome()) ? "advice" : "elsewhere", a.elsewhere());
              values.put("handOver", a.handOver());
              values.put("participants", desk.readList(a.participantsJson()));
              values.values().removeIf(java.util.Objects::isNull);
            });
    return values;
  }

  /** Signing: the proposal and the letter stand in view. */
  @Bean
  FormHandler signDecision(AssessmentDesk desk, AssessmentWords words) {
    return FormHandler.of(
        "sign-decision",
        desk::sign,
        (task, caseNo) ->
            FormHandler.Context.showing(
                Map.of(
                    "proposal",
                    words.proposal(desk.ofCase(caseNo), reader()),
                    "letter",
                    List.of(words.text("assessment.letter.preview", reader())))));
  }

  /**
   * The patient is told by phone, at the desk or by post; tries in vain are on record, the next one
   * is proposed, and the task comes back.
   */
  @Bean
  FormHandler tellPatientAnotherWay(AssessmentDesk desk, DecisionTold told, ContactTries tries) {
    return FormHandler.of(
        "tell-patient-another-way",
        form -> {
          List<Refusal> refusals = new ArrayList<>(tries.record(form));
          refusals.addAll(refusals.isEmpty() ? told.anotherWay(form) : List.of());
          return refusals;
        },
        (task, caseNo) ->
            FormHandler.Context.showing(
                Map.of("letter", tries.lines(desk.ofCase(caseNo), reader()))));
  }

  private static Language reader() {
    return Language.of(LocaleContextHolder.getLocale());
  }
}
