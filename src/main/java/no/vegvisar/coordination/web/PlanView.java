package no.vegvisar.coordination.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PatientBannerView;

/**
 * The individual plan and the responsibility group, as this member may see them: what {@code
 * coordination/plan.html} draws. What a member may not see is left out, never hidden by style.
 *
 * @param banner what this reader's role and the disclosures allow
 * @param facts coordinator, therapist, GP
 * @param changed e.g. "Last changed by NN, yesterday 15.02"
 * @param ownWords what matters to the person, in their own words; {@code null} when not written
 * @param ownNote who owns the plan, and since when the words stand
 * @param ownHref where the words are posted ({@code words}); {@code null} shows them only
 * @param goals in the person's order
 * @param newGoal where a new goal is posted ({@code title}, {@code why}); {@code null} hides it
 * @param meeting the next; {@code null} when none is set, and then {@code meetingReason} says why
 * @param members of the group
 * @param minutes newest first
 * @param actions print, history …
 * @param version goes along as {@code _version} in every form of the page
 * @param key goes along as {@code _key}
 */
public record PlanView(
    PatientBannerView banner,
    List<FactView> facts,
    String changed,
    String ownWords,
    String ownNote,
    String ownHref,
    List<Goal> goals,
    String newGoal,
    Meeting meeting,
    String meetingReason,
    List<Member> members,
    List<LinkView> minutes,
    List<LinkView> actions,
    String version,
    String key) {

  /**
   * @param newMeasure where a new measure is posted ({@code what}, {@code who}, {@code by}); {@code
   *     null} hides it
   */
  public record Goal(
      String id,
      String title,
      String why,
      List<Measure> measures,
      String newMeasure,
      List<ChoiceView> people) {

    public long done() {
      return measures.stream().filter(measure -> measure.state().equals("done")).count();
    }
  }

  /**
   * @param deadline {@code null} when done or without a date; {@code doneText} then says when
   * @param state {@code done}, {@code going}, {@code waiting} or {@code late}
   * @param stateText in the reader's language
   * @param doneHref where Done is posted; {@code null} hides the button
   */
  public record Measure(
      String what,
      String initials,
      String who,
      DeadlineView deadline,
      String doneText,
      String state,
      String stateText,
      String doneHref) {}

  /**
   * @param when e.g. "Thursday 3 December at 12.30"
   * @param answers {@code state}: {@code coming}, {@code video}, {@code declined} or {@code
   *     waiting}
   * @param answer where the reader's own answer is posted ({@code answer}); {@code null} hides it
   */
  public record Meeting(
      String when,
      String where,
      List<String> agenda,
      List<Answer> answers,
      String answer,
      List<LinkView> actions) {}

  public record Answer(String who, String state, String text) {}

  /**
   * @param sees what the member sees of the plan, e.g. "goals 1 and 3"
   */
  public record Member(String name, String initials, String role, String sees) {}
}
