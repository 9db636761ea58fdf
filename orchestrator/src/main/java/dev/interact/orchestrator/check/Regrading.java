package dev.interact.orchestrator.check;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.orchestrator.grading.GradingPost;
import dev.interact.orchestrator.grading.Sheets;
import dev.interact.orchestrator.ledger.CallRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Has every stored answer of a study graded again, and compares the grades; stores nothing. */
@Singleton
class Regrading {
  private static final int PAGE = 50;
  private static final long LOOK_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SILENCE =
      "No grades came for a minute: no quiz-service lives, or another orchestrator takes the"
          + " replies; ask that one.";

  private final Sheets sheets;
  private final GradingPost post;

  Regrading(Sheets sheets, GradingPost post) {
    this.sheets = sheets;
    this.post = post;
  }

  void run(String study, Check check) throws InterruptedException {
    check.expect(QuarkusTransaction.requiringNew().call(() -> CallRow.countGradedOf(study)));
    List<CallRow> page = page(study, "");
    while (!page.isEmpty()) {
      check(page, check);
      page = page(study, page.getLast().key);
    }
  }

  private static List<CallRow> page(String study, String after) {
    return QuarkusTransaction.requiringNew().call(() -> CallRow.gradedOf(study, after, PAGE));
  }

  private void check(List<CallRow> page, Check check) throws InterruptedException {
    Map<Boolean, List<CallRow>> byReply =
        page.stream().collect(Collectors.partitioningBy(call -> call.reply != null));
    for (CallRow lost : byReply.get(false)) {
      check.found(
          new Finding(1, 1, List.of("Call %s has a grade and no answer.".formatted(lost.key))));
    }
    Map<String, CallRow> calls =
        byReply.get(true).stream().collect(Collectors.toMap(call -> call.key, Function.identity()));
    List<AnsweredSheet> answered =
        QuarkusTransaction.requiringNew().call(() -> sheets.of(byReply.get(true)));
    for (List<AnsweredSheet> batch : Sheets.batches(answered)) {
      for (GradedSheet graded : graded(batch)) {
        compare(calls.get(graded.call()), graded, check);
      }
    }
  }

  private List<GradedSheet> graded(List<AnsweredSheet> batch) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<CompletableFuture<List<GradedSheet>>> sent = Optional.empty();
    while (System.nanoTime() < deadline) {
      if (sent.isEmpty()) {
        sent = post.send(batch);
      }
      try {
        return sent.orElseGet(CompletableFuture::new).get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        post.forgetSilent();
      } catch (CancellationException e) {
        sent = Optional.empty();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new CheckFailed(SILENCE);
  }

  private static void compare(CallRow call, GradedSheet graded, Check check) {
    if (!graded.grader().equals(call.grader)) {
      check.note(
          "Some sheets were graded by %s and are graded by %s now."
              .formatted(call.grader, graded.grader()));
    }
    check.found(
        new Finding(1, 0, call.isGradedAs(graded) ? List.of() : List.of(difference(call, graded))));
  }

  private static String difference(CallRow call, GradedSheet graded) {
    return call.hasChoicesOf(graded)
        ? "Call %s: its answer was %s as a whole, and is %s now."
            .formatted(call.key, readable(call.formatError), readable(graded.formatError()))
        : "Call %s: the choices %s are recorded, and %s are read now."
            .formatted(
                call.key,
                Arrays.toString(call.choices),
                graded.marks().stream().map(Mark::choice).toList());
  }

  private static String readable(String formatError) {
    return formatError == null ? "readable" : "unreadable (%s)".formatted(formatError);
  }
}
