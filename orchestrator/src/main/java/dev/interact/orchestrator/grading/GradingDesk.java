package dev.interact.orchestrator.grading;

import dev.interact.contracts.Json;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.orchestrator.dispatch.Post;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends answered sheets to be graded, many at once. Grading is a pure function, so a batch whose
 * worker falls silent is simply sent again, and nothing of it is stored but the marks. To be used
 * by one thread at a time.
 */
@Singleton
public class GradingDesk {
  private static final int MOST = 500;
  private static final int BATCH = 50;
  private static final int BATCH_CHARACTERS = 1_000_000;
  private static final long PATIENCE_MILLIS = 10_000;

  private record Sent(Set<String> calls, long at) {}

  private final Library library;
  private final Presence presence;
  private final Post post;
  private final Map<String, Sent> batches = new HashMap<>();

  GradingDesk(Library library, Presence presence, Post post) {
    this.library = library;
    this.presence = presence;
    this.post = post;
  }

  /** Sends all sheets that wait and are not being graded. */
  public void dispatch() {
    batches.values().removeIf(sent -> presence.listened() - sent.at() > PATIENCE_MILLIS);
    List<Heartbeat.OfWorker> workers = List.copyOf(presence.taking(Role.QUIZ, Topics.DEFAULT_POOL));
    if (workers.isEmpty()) {
      return;
    }
    List<AnsweredSheet> sheets = QuarkusTransaction.requiringNew().call(this::waiting);
    List<AnsweredSheet> batch = new ArrayList<>();
    int characters = 0;
    for (AnsweredSheet sheet : sheets) {
      if (batch.size() == BATCH || (!batch.isEmpty() && characters > BATCH_CHARACTERS)) {
        send(workers, batch);
        batch.clear();
        characters = 0;
      }
      batch.add(sheet);
      characters += sheet.text().length();
    }
    if (!batch.isEmpty()) {
      send(workers, batch);
    }
  }

  /** A batch has come back. */
  public void replied(String batch) {
    batches.remove(batch);
  }

  private void send(List<Heartbeat.OfWorker> workers, List<AnsweredSheet> sheets) {
    var worker = workers.get(ThreadLocalRandom.current().nextInt(workers.size()));
    String batch = UUID.randomUUID().toString();
    Set<String> calls = sheets.stream().map(AnsweredSheet::call).collect(Collectors.toSet());
    batches.put(batch, new Sent(calls, presence.listened()));
    post.send(worker, batch, Json.write(new GradeSheets(batch, worker.incarnation(), sheets)));
  }

  private List<AnsweredSheet> waiting() {
    Set<String> away = new HashSet<>();
    batches.values().forEach(sent -> away.addAll(sent.calls()));
    Map<String, CallRow> calls =
        CallRow.answered(away, MOST).stream()
            .collect(Collectors.toMap(call -> call.key, Function.identity()));
    if (calls.isEmpty()) {
      return List.of();
    }
    Map<String, StepRow> steps =
        StepRow.of(calls.keySet()).stream()
            .collect(Collectors.toMap(step -> step.call, Function.identity(), (a, b) -> a));
    Map<String, DialogueRow> dialogues =
        DialogueRow.byIds(steps.values().stream().map(step -> step.dialogue).toList()).stream()
            .collect(Collectors.toMap(dialogue -> dialogue.id, Function.identity()));
    List<AnsweredSheet> sheets = new ArrayList<>();
    steps.forEach(
        (key, step) -> sheets.add(sheet(calls.get(key), step, dialogues.get(step.dialogue))));
    return sheets;
  }

  private AnsweredSheet sheet(CallRow call, StepRow step, DialogueRow dialogue) {
    ShownQuiz quiz = library.concept(dialogue.concept).quiz().part(step.part, dialogue.parts);
    return new AnsweredSheet(call.key, quiz.sheet(), quiz.key(), call.reply);
  }
}
