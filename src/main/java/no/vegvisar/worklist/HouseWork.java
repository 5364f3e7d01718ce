package no.vegvisar.worklist;

import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/**
 * Work of the house that is no task of a process: it stands in the list until somebody takes it
 * off.
 */
public interface HouseWork {

  /**
   * @param kind word for what it is, e.g. deadline-passed
   * @param role for whom, with {@code unit}; null when only for the assignee
   * @param assignee or null
   * @param caseNo or null
   * @param title never a person's name
   * @param due or null
   * @param link where one works on it, or null
   * @param key unique: the same key never gives a second item while the first stands
   * @param byCause whether only its cause takes it off ({@link #doneByKey}), and nobody by hand
   */
  record Item(
      String kind,
      Role role,
      String unit,
      UserId assignee,
      CaseNo caseNo,
      LocalText title,
      Instant due,
      String link,
      String key,
      boolean byCause) {}

  /** Adds the item in the caller's transaction, or returns the one that stands under this key. */
  UUID add(Item item);

  /** Takes it off by hand; nothing when it is off already or only its cause may. */
  void done(UUID id);

  /** Takes off what stands under this key, as when the cause has gone. */
  void doneByKey(String key);
}
