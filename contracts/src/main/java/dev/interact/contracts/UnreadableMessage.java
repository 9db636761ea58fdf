package dev.interact.contracts;

import com.fasterxml.jackson.core.JsonLocation;

/** A record that is no message of the expected type. Its text never quotes the record. */
public final class UnreadableMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(Class<?> type, String problem, JsonLocation where) {
    super("not a " + type.getSimpleName() + ": " + problem + place(where));
  }

  private static String place(JsonLocation where) {
    return where == null
        ? ""
        : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
  }
}
