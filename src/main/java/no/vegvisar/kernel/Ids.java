package no.vegvisar.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Technical ids: UUIDv7 made in Java, so that a row knows its id before it is written (decisions
 * 21).
 */
public final class Ids {

  private Ids() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
