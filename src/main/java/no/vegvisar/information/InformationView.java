package no.vegvisar.information;

import java.util.List;

/** The page of information, ready to be read. */
public record InformationView(List<Topic> topics) {

  /**
   * One matter and where more is to be read of it.
   *
   * @param href a page elsewhere, or a number to call
   * @param linkText what the link says, with the topic, so that it is told apart in a list of links
   */
  public record Topic(
      String id, String title, String text, String href, String linkText, boolean call) {}
}
