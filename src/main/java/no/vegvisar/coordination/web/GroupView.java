package no.vegvisar.coordination.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;

/**
 * The responsibility group as this member may see it: what {@code coordination/group.html} draws.
 * It names the person, never the clinic's case.
 *
 * @param href address of the page; forms post below it
 * @param personName null in the part of the case page, which has its banner
 * @param next the next meeting in words, or why there is none; null when neither is set
 * @param ended in words, null while the group is open
 * @param people who may own a promise
 * @param mayAct whether call, record and kept are offered
 * @param full false for a reader who gets the minutes only
 * @param problems what must be put right in what was posted
 * @param typed minutes and reason as typed, so that nothing is lost when something is missing
 */
public record GroupView(
    String href,
    String personName,
    List<FactView> facts,
    String next,
    String ended,
    List<Member> members,
    List<Meeting> meetings,
    List<Promise> promises,
    List<ChoiceView> people,
    boolean mayAct,
    boolean full,
    List<ProblemView> problems,
    Typed typed) {

  /**
   * @param told whether the member is told of meetings: there is a base
   */
  public record Member(String name, String role, String told) {}

  public record Meeting(String when, String attended, String minutes, String recordedBy) {}

  /**
   * @param keptHref where Kept is posted; null when it is kept or the reader may not say so
   */
  public record Promise(
      String what, String owner, String due, String state, String color, String keptHref) {}

  public record Typed(String minutes, String reason) {}
}
