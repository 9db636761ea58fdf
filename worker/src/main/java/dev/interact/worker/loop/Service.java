package dev.interact.worker.loop;

import dev.interact.contracts.Role;
import dev.interact.contracts.reply.Reply;
import dev.interact.telemetry.Place;
import java.util.Map;
import java.util.Set;

/**
 * What a kind of worker does with its requests.
 *
 * @param <R> the requests that it takes
 */
public interface Service<R> {
  Role role();

  Class<R> requestType();

  /** The id of this sending: a request whose id was seen before is ignored. */
  String attempt(R request);

  /** The incarnation that may serve the request. */
  String addressee(R request);

  /** The model that a request needs a place of; empty where it needs none. */
  default String model(R request) {
    return "";
  }

  /**
   * Whether a request is to stand by until there is a place.
   *
   * @see dev.interact.contracts.Head#standby
   */
  default boolean standsBy(R request) {
    return false;
  }

  /** The record key of the reply. */
  String replyKey(R request);

  /** Where in a study the request belongs, for traces and log lines. */
  Place place(R request);

  /**
   * Does the work; called on a virtual thread, at most once for an attempt.
   *
   * @param worker the incarnation to name in the reply
   */
  Reply serve(R request, String worker);

  /**
   * The reply to a request that could not be served.
   *
   * @param reason a sentence that quotes nothing of the request
   */
  Reply failed(R request, String worker, String reason);

  /** Aliases that this worker can call. */
  Set<String> usable();

  /** Aliases that this worker cannot call, each with the reason in a sentence. */
  Map<String, String> unusable();
}
