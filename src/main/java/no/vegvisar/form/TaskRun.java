package no.vegvisar.form;

import java.util.List;
import no.vegvisar.kernel.Language;

/**
 * Tasks worked through one after the other, as in a meeting: the page of each shows where in the
 * run it is, leads to the one before and after, and completing leads on. Named in addresses as
 * {@code ?run=<key>}.
 */
public interface TaskRun {

  /** Word in the address; letters only. */
  String key();

  /** Where the run is seen as a whole. */
  String href();

  String label(Language language);

  /** Ids of the current actor's open tasks in it, in order; never null. */
  List<String> taskIds();
}
