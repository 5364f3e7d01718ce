package no.vegvisar.casefile.web;

import java.util.List;
import no.vegvisar.ui.DueView;
import no.vegvisar.ui.EventView;
import no.vegvisar.ui.PersonView;

/**
 * Where we are, what is next, which deadlines: what {@code casefile/parts/overview.html} draws.
 *
 * @param nowTitle e.g. "Treatment: LAR"
 * @param nowText one or two sentences; may be {@code null}
 * @param responsible {@code null} when nobody is named yet
 * @param next the next steps, at most five
 * @param deadlines running clocks, nearest first
 * @param events the latest, newest first
 * @param timelineHref leads to all of them
 * @param people those around the patient that this reader may see
 */
public record OverviewView(
    String nowTitle,
    String nowText,
    PersonView responsible,
    List<Next> next,
    List<DueView> deadlines,
    List<EventView> events,
    String timelineHref,
    List<PersonView> people) {

  /**
   * @param href leads to the task when the reader may do it; else {@code null}
   * @param detail who and by when; may be {@code null}
   */
  public record Next(String title, String detail, String href) {}
}
