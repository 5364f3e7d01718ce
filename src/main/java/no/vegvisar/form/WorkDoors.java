package no.vegvisar.form;

import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.LinkView;

/**
 * Pages of a module that belong to somebody's daily work beside the tasks: beans of this type put
 * their links on top of the list of work.
 */
public interface WorkDoors {

  /** Only what this actor may open; never null. */
  List<LinkView> of(Actor actor, Language language);
}
