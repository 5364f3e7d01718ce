package no.vegvisar.access.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code access/absence.html} draws.
 *
 * @param absences running and to come, of the reader and of those the reader leads
 * @param who each who may be away with each who could stand in
 * @param key goes along as {@code _key}: one absence, however often it is sent
 */
public record AbsenceView(
    List<Row> absences,
    List<ChoiceView> who,
    String from,
    String until,
    String key,
    List<ProblemView> problems) {

  /** What is to be fixed in this field; null when nothing is. */
  public String wrong(String field) {
    return ProblemView.at(field, problems);
  }

  /** One absence in words. */
  public record Row(String id, String words) {}
}
