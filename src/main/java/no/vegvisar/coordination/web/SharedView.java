package no.vegvisar.coordination.web;

import java.util.List;
import no.vegvisar.ui.FactView;

/**
 * What is shared about the person, exactly, with whom and until when: what {@code
 * coordination/disclosures.html} draws.
 *
 * @param content false for a reader of heads only: then no base may be ended and no content is
 *     shown
 */
public record SharedView(
    String caseNo,
    boolean content,
    List<Base> bases,
    List<Disclosure> disclosures,
    List<Request> requests) {

  /**
   * @param stopHref where ending it is posted; null when it has ended or the reader may not
   */
  public record Base(
      String id,
      String receiver,
      String purpose,
      String kind,
      String period,
      String state,
      String color,
      String stopHref) {}

  /**
   * @param lines exactly what was sent; empty for a reader of heads
   */
  public record Disclosure(
      String receiver,
      String purpose,
      String when,
      String until,
      String state,
      String color,
      List<FactView> lines) {}

  /**
   * @param state received is not granted
   */
  public record Request(
      String number,
      String kind,
      String receiver,
      String sent,
      String state,
      String color,
      List<FactView> facts) {}
}
