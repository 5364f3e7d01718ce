package no.vegvisar.coordination.web;

import java.util.List;
import java.util.stream.IntStream;
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
 * @param typed everything as typed, so that nothing is lost when something is missing
 * @param version of the group when the page was drawn; goes along as {@code _version}
 * @param key goes along as {@code _key}; a meeting posted twice under it is one meeting
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
    Typed typed,
    String version,
    String key) {

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

  /**
   * The two forms of the page as a browser sends them; never null inside.
   *
   * @param at and {@code place} of the meeting to call
   * @param what with {@code owner} and {@code by} row by row the promises; always {@value #ROWS}
   */
  public record Typed(
      String at,
      String place,
      String heldAt,
      List<String> attended,
      String minutes,
      List<String> what,
      List<String> owner,
      List<String> by,
      String nextMeeting,
      String noNextReason) {

    /** Rows for promises on the page. */
    public static final int ROWS = 3;

    public static final Typed NOTHING =
        new Typed(null, null, null, null, null, null, null, null, null, null);

    public Typed {
      at = orEmpty(at);
      place = orEmpty(place);
      heldAt = orEmpty(heldAt);
      attended = attended == null ? List.of() : List.copyOf(attended);
      minutes = orEmpty(minutes);
      what = rows(what);
      owner = rows(owner);
      by = rows(by);
      nextMeeting = orEmpty(nextMeeting);
      noNextReason = orEmpty(noNextReason);
    }

    private static String orEmpty(String text) {
      return text == null ? "" : text;
    }

    private static List<String> rows(List<String> texts) {
      return IntStream.range(0, ROWS)
          .mapToObj(i -> texts == null || i >= texts.size() ? "" : orEmpty(texts.get(i)))
          .toList();
    }
  }
}
