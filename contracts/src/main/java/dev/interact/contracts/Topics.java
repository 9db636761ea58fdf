package dev.interact.contracts;

/** Names of the Kafka topics. */
public final class Topics {
  /** Replies of all workers; the record key is the dialogue (or the batch) that they belong to. */
  public static final String REPLIES = "interact.replies";

  /** Heartbeats of workers and orchestrators; the record key is the incarnation. */
  public static final String PRESENCE = "interact.presence";

  /**
   * Records that their reader could not use, byte for byte; headers say where they stood and why.
   */
  public static final String DEAD_LETTERS = "interact.dead-letters";

  /** What has happened, for whoever listens; one partition, so that offsets are the order. */
  public static final String EVENTS = "interact.events";

  /** The pool that every worker joins unless it is told otherwise. */
  public static final String DEFAULT_POOL = "default";

  /** The largest message in bytes that a topic takes: 16 MiB. */
  public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  private Topics() {}

  /** The topic that workers of a role and pool read their requests from. */
  public static String requests(Role role, String pool) {
    return "interact." + role.label() + "." + pool + ".requests";
  }
}
