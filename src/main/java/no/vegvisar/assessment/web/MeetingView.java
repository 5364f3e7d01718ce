package no.vegvisar.assessment.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.MarkView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code assessment/meeting.html} draws: the agenda to choose from, who takes part, and what
 * is to be signed.
 *
 * @param day ISO day, for the field
 * @param dayText the day in words
 * @param agenda most urgent first; empty for who cannot prepare
 * @param openHref the first task that is still open on the agenda; {@code null} before the meeting
 *     has begun and when all is prepared
 * @param signHref the first that the reader may sign; {@code null} when nothing is
 */
public record MeetingView(
    String day,
    String dayText,
    boolean begun,
    List<ChoiceView> team,
    List<ChoiceView> professions,
    List<Row> agenda,
    List<Row> signing,
    String openHref,
    String signHref,
    String version,
    String key,
    List<ProblemView> problems,
    String notice) {

  /**
   * One case. Shows a birth date, never a national id.
   *
   * @param receivedText first receipt anywhere in specialist care, as a day in words
   * @param holder who has taken it, or prepared what is to be signed; {@code null} when nobody has
   * @param spent where the time of the deadline went; never {@code null}
   */
  public record Row(
      String taskHref,
      String caseNo,
      String patientName,
      String bornText,
      List<MarkView> marks,
      DeadlineView deadline,
      List<String> spent,
      String receivedText,
      String holder,
      boolean chosen) {}
}
