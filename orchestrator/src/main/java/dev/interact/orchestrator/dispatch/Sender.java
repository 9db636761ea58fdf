package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Head;
import dev.interact.contracts.Json;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.telemetry.DialogueTraces;
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
  private final DialogueTraces traces;

  Sender(Presence presence, Post post, DialogueTraces traces) {
    this.presence = presence;
    this.post = post;
    this.traces = traces;
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
                .ifPresent(worker -> send(worker, request.head(), message));
          }
        });
    return refusals;
  }

  private void send(Heartbeat.OfWorker worker, Head head, byte[] message) {
    String topic = Topics.requests(worker.role(), worker.pool());
    post.send(worker, head.dialogue(), message, traces.sent(head, topic));
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
