package dev.interact.orchestrator.trouble;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What keeps this process from its work just now, if anything does. */
@Singleton
public class Trouble {
  private static final String FULL =
      "The database's disk is full. Free some space there, and start the database again if it has"
          + " stopped; studies then go on by themselves.";
  private static final String DISK_FULL = "53100";
  private static final String RESOURCES = "53";

  /** SQLSTATE classes: connection, resources, operator intervention, system error. */
  private static final Set<String> OUTSIDE = Set.of("08", RESOURCES, "57", "58");

  private final Map<String, String> sentences = new ConcurrentHashMap<>();
  private volatile boolean full;

  /** The trouble in a sentence for people; empty where there is none. */
  public Optional<String> sentence() {
    return sentences.values().stream().findFirst();
  }

  /** Some work went well. */
  public void isOver(String work) {
    if (sentences.remove(work) != null && sentences.isEmpty()) {
      full = false;
    }
  }

  /**
   * Some work failed.
   *
   * @return whether the database is to blame, whatever it is that should be stored
   */
  public boolean is(String work, Throwable failure) {
    Optional<String> outside = ofDatabase(failure);
    sentences.put(
        work,
        outside.orElse("The orchestrator fails at its work; its log says why. It tries again."));
    return outside.isPresent();
  }

  /** What a failure says of the database, in a sentence; empty if the database is well. */
  public Optional<String> ofDatabase(Throwable failure) {
    Optional<String> state =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(20)
            .filter(SQLException.class::isInstance)
            .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), "08000"))
            .filter(found -> OUTSIDE.contains(found.substring(0, 2)))
            .findFirst();
    full |= state.filter(DISK_FULL::equals).isPresent();
    return state.map(this::sentence);
  }

  private String sentence(String state) {
    if (full) {
      return FULL;
    }
    return state.startsWith(RESOURCES)
        ? "The database has run out of memory or connections; studies wait for it."
        : "The database does not answer (state %s); studies wait for it.".formatted(state);
  }
}
