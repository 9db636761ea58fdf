package dev.interact.orchestrator.engine;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps this process from deciding anything just now, if anything does. */
@Singleton
public class Trouble {
  private static final String DISK_FULL = "53100";
  private static final String INSUFFICIENT_RESOURCES = "53";

  /** SQLSTATE classes: connection, resources, operator intervention, system error. */
  private static final Set<String> OUTSIDE = Set.of("08", INSUFFICIENT_RESOURCES, "57", "58");

  private volatile String sentence;
  private volatile boolean outside;

  /** The trouble in a sentence for people; empty where there is none. */
  public Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }

  /** Whether the database is to blame, whatever it is that is stored. */
  boolean isOutside() {
    return outside;
  }

  void isOver() {
    sentence = null;
    outside = false;
  }

  void is(Throwable failure) {
    Optional<String> state =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(20)
            .filter(SQLException.class::isInstance)
            .map(cause -> ((SQLException) cause).getSQLState())
            .filter(Objects::nonNull)
            .findFirst();
    outside = state.map(found -> OUTSIDE.contains(found.substring(0, 2))).orElse(false);
    sentence =
        state
            .filter(found -> outside)
            .map(Trouble::sentence)
            .orElse("The orchestrator fails at its work; its log says why. It goes on trying.");
  }

  private static String sentence(String state) {
    if (state.equals(DISK_FULL)) {
      return "The database's disk is full. Free some space; the study then goes on by itself.";
    }
    if (state.startsWith(INSUFFICIENT_RESOURCES)) {
      return "The database has run out of memory or connections; the study waits for it.";
    }
    return "The database does not answer (state %s); the study waits for it.".formatted(state);
  }
}
