package dev.interact.orchestrator.access;

import java.util.List;
import java.util.Set;

/** What a caller may do. Each may also do what those before it may. */
public final class Scope {
  /** Read figures of the machine: for Prometheus and KEDA. */
  public static final String MONITOR = "monitor";

  /** Read studies, dialogues and results. */
  public static final String READ = "read";

  /** Hand in, control and fork studies; let people sit down at their seats. */
  public static final String RUN = "run";

  /** Set limits and budgets of others, treat dead letters, make keys, read the audit log. */
  public static final String ADMIN = "admin";

  /** All, from the least to the most. */
  public static final List<String> ALL = List.of(MONITOR, READ, RUN, ADMIN);

  private Scope() {}

  /** A scope and all that it has in it. */
  static Set<String> upTo(String scope) {
    return Set.copyOf(ALL.subList(0, ALL.indexOf(scope) + 1));
  }

  /** The most of some scopes; null where there is none among them. */
  static String most(Set<String> scopes) {
    return ALL.reversed().stream().filter(scopes::contains).findFirst().orElse(null);
  }
}
