package no.vegvisar.deadline;

/** While timers move, models ask for dates on behalf of other steps than the one that runs. */
final class MovingTimers {

  private static final ThreadLocal<Boolean> NOW = ThreadLocal.withInitial(() -> false);

  private MovingTimers() {}

  static void during(Runnable moves) {
    NOW.set(true);
    try {
      moves.run();
    } finally {
      NOW.remove();
    }
  }

  static boolean now() {
    return NOW.get();
  }
}
