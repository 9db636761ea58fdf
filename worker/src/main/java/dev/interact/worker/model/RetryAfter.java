package dev.interact.worker.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads the Retry-After header in both its forms: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
  private RetryAfter() {}

  /** How long to wait from now, never negative; null where the header is absent or unreadable. */
  static Long millis(String header, Instant now) {
    if (header == null) {
      return null;
    }
    try {
      double seconds = Double.parseDouble(header.strip());
      return seconds >= 0 && seconds < Integer.MAX_VALUE ? Math.round(seconds * 1000) : null;
    } catch (NumberFormatException e) {
      return untilDate(header.strip(), now);
    }
  }

  private static Long untilDate(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Math.max(0, Duration.between(now, then).toMillis());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
