package no.vegvisar.access.web;

import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Unit;

/** How users and units are called on a page. */
final class Names {

  private Names() {}

  /** The unit's name; readers of English see the body's own standard. */
  static String unit(Unit unit, Language reader, Language ofBody) {
    Language language = reader == Language.EN ? ofBody : reader;
    return language == Language.NN ? unit.nameNn() : unit.nameNb();
  }
}
