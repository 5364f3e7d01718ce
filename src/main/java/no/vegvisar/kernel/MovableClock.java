package no.vegvisar.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one clock (rule 10), in UTC. It runs with the machine until a test or the demo sets it; then
 * it stands still until it is moved again or released. The engine follows by listening.
 */
public final class MovableClock extends Clock {

  private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
  private volatile Instant set;

  /** Stops the clock at this instant and tells the listeners. */
  public void setTo(Instant instant) {
    set = instant;
    listeners.forEach(l -> l.accept(instant));
  }

  /** Lets the clock run with the machine again; listeners are told null. */
  public void release() {
    set = null;
    listeners.forEach(l -> l.accept(null));
  }

  /** Whether it stands still: what runs by a schedule waits meanwhile. */
  public boolean isStopped() {
    return set != null;
  }

  /** Hears each new setting; null when the clock runs with the machine again. */
  public void onChange(Consumer<Instant> listener) {
    listeners.add(listener);
  }

  @Override
  public Instant instant() {
    Instant stopped = set;
    return stopped != null ? stopped : Clock.systemUTC().instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    MovableClock self = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return self.withZone(other);
      }

      @Override
      public Instant instant() {
        return self.instant();
      }
    };
  }
}
