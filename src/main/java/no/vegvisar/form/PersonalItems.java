package no.vegvisar.form;

import java.time.Instant;
import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.kernel.Language;

/**
 * Work of one's own that is no task of a case: drafts, questions to answer. Shown in the actor's
 * list.
 */
public interface PersonalItems {

  /**
   * @param id unique among this module's items
   * @param title in the reader's language; never a patient's name
   * @param about what it is about, in the reader's language (a reference, a name of one's own
   *     draft), or null
   * @param due or null
   */
  record Item(String id, String title, String about, Instant due, String href, Instant changedAt) {}

  /** Never null. */
  List<Item> of(Actor actor, Language language);
}
