package no.vegvisar.kernel;

import java.util.List;

/** What a command came to: done with a value, or refused with the reasons. Never null inside. */
public sealed interface Outcome<T> {

  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(List<Refusal> refusals) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal... refusals) {
    return new Refused<>(List.of(refusals));
  }

  default boolean isDone() {
    return this instanceof Done<T>;
  }

  /** The value of what was done; a fault when it was refused. */
  default T value() {
    if (this instanceof Done<T> done) {
      return done.value();
    }
    throw new IllegalStateException("refused: " + refusals());
  }

  /** The reasons; empty when it was done. */
  default List<Refusal> refusals() {
    return this instanceof Refused<T> refused ? refused.refusals() : List.of();
  }
}
