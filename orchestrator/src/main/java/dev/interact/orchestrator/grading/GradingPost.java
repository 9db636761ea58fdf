package dev.interact.orchestrator.grading;

import dev.interact.contracts.Json;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.dispatch.Post;
import dev.interact.orchestrator.presence.Presence;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends batches of sheets to be graded and hands their marks to whoever sent them. May be used by
 * many threads.
 */
@Singleton
public class GradingPost {
  private static final long PATIENCE_MILLIS = 10_000;

  private record Sent(CompletableFuture<List<GradedSheet>> marks, long at) {}

  private final Presence presence;
  private final Post post;
  private final Map<String, Sent> away = new ConcurrentHashMap<>();

  GradingPost(Presence presence, Post post) {
    this.presence = presence;
    this.post = post;
  }

  /** Whether somebody would grade a batch now. */
  boolean isServed() {
    return !graders().isEmpty();
  }

  /**
   * Sends a batch.
   *
   * @return its marks, cancelled if the batch has to be sent again; empty if nobody would grade it
   */
  public Optional<CompletableFuture<List<GradedSheet>>> send(List<AnsweredSheet> sheets) {
    List<Heartbeat.OfWorker> graders = graders();
    if (graders.isEmpty()) {
      return Optional.empty();
    }
    var grader = graders.get(ThreadLocalRandom.current().nextInt(graders.size()));
    String batch = UUID.randomUUID().toString();
    CompletableFuture<List<GradedSheet>> marks = new CompletableFuture<>();
    away.put(batch, new Sent(marks, presence.listened()));
    byte[] request = Json.write(new GradeSheets(batch, grader.incarnation(), sheets));
    post.send(grader, batch, request, new RecordHeaders());
    return Optional.of(marks);
  }

  private List<Heartbeat.OfWorker> graders() {
    return List.copyOf(presence.taking(Role.QUIZ, Topics.DEFAULT_POOL));
  }

  /** A batch has been graded. */
  public void graded(Reply.Graded reply) {
    Optional.ofNullable(away.remove(reply.batch()))
        .ifPresent(sent -> sent.marks().complete(reply.sheets()));
  }

  /** A batch has come back as it was; other ids than a batch's do no harm. */
  public void handedBack(String batch) {
    Optional.ofNullable(away.remove(batch)).ifPresent(sent -> sent.marks().cancel(false));
  }

  /** Counts on no batch any more whose grader says nothing. */
  public void forgetSilent() {
    away.forEach(
        (batch, sent) -> {
          if (presence.listened() - sent.at() > PATIENCE_MILLIS) {
            handedBack(batch);
          }
        });
  }
}
