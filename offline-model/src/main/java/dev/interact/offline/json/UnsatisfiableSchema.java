package dev.interact.offline.json;

/**
 * The offline model has no answer that fits the schema; the message names the place and the cause.
 */
public final class UnsatisfiableSchema extends RuntimeException {

  UnsatisfiableSchema(String message) {
    super(message);
  }
}
