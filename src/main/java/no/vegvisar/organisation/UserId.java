package no.vegvisar.organisation;

/**
 * Opaque id of a user: all that the engine, the ledger and the read log know of who acted. Never
 * null or blank.
 */
public record UserId(String value) {

  /** The machine itself: timers, retries, the dispatcher. */
  public static final UserId SYSTEM = new UserId("system");

  public UserId {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a user id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
