package no.vegvisar.engine;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The step this thread works in: set around delegates by the engine, around a completion by the
 * form gate.
 */
public final class CurrentStep {

  private static final ThreadLocal<StepRef> STEP = new ThreadLocal<>();

  private CurrentStep() {}

  public static Optional<StepRef> get() {
    return Optional.ofNullable(STEP.get());
  }

  /** Runs the work inside the step and restores what was before. */
  public static <T> T in(StepRef step, Supplier<T> work) {
    StepRef before = STEP.get();
    STEP.set(step);
    try {
      return work.get();
    } finally {
      if (before == null) {
        STEP.remove();
      } else {
        STEP.set(before);
      }
    }
  }
}
