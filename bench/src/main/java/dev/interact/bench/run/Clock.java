package dev.interact.bench.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds since the epoch, as the stub and the services have them. */
public final class Clock {
  private Clock() {}

  public static long now() {
    return of(Instant.now());
  }

  static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
