package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Json;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.presence.Presence;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the requests of attempts on their way. */
@Singleton
public class Sender {
  private static final int MEGABYTE = 1024 * 1024;
  private static final String TOO_LARGE =
      "The request takes %d MiB; a message holds 16. Shorten the context or the prompts.";

  private final Presence presence;
  private final Post post;

  Sender(Presence presence, Post post) {
    this.presence = presence;
    this.post = post;
  }

  /** Sends requests; gives replies in place of the workers' to those that are too large. */
  List<Reply> send(Map<AttemptRow, ModelRequest> sendings) {
    List<Reply> refusals = new ArrayList<>();
    sendings.forEach(
        (attempt, request) -> {
          byte[] message = Json.write(request);
          if (message.length > Topics.MAX_MESSAGE_BYTES) {
            refusals.add(refusal(attempt, TOO_LARGE.formatted(message.length / MEGABYTE)));
          } else {
            presence
                .find(attempt.worker)
                .filter(worker -> !worker.partitions().isEmpty())
                .ifPresent(worker -> post.send(worker, request.head().dialogue(), message));
          }
        });
    return refusals;
  }

  private static Reply refusal(AttemptRow attempt, String reason) {
    return new Reply.Modelled(
        attempt.worker,
        attempt.id,
        attempt.call,
        0,
        new Outcome.Rejected(reason, Usage.NONE, null));
  }
}
