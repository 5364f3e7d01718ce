package no.vegvisar.access;

import java.util.function.Supplier;

/** Who acts in this thread. */
public interface CurrentActor {

  /**
   * The signed-in user, whoever {@link #as} named, or {@link Actor#SYSTEM} outside a request; never
   * null.
   */
  Actor get();

  /** Acts as somebody while the work runs: jobs, the demo, tests. Restores what was before. */
  <T> T as(Actor actor, Supplier<T> work);

  default void as(Actor actor, Runnable work) {
    as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }
}
