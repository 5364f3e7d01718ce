package no.vegvisar.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.vegvisar.ui.FactView;

/**
 * What goes along with a letter in one paper: a file of the case as it lies, or a sheet that is
 * written for the occasion because what it tells was never a file.
 */
public sealed interface Enclosure {

  /** As it stands in the letter's list, in the letter's language. */
  String title();

  /**
   * A PDF goes as it is, an image becomes a page.
   *
   * @param day it came, by which a file that cannot be opened is named
   */
  record Paper(String title, UUID documentId, LocalDate day) implements Enclosure {}

  /**
   * @param rows in order; line breaks are kept
   */
  record Sheet(String title, List<FactView> rows) implements Enclosure {}
}
