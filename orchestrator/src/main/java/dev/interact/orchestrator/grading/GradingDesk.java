package dev.interact.orchestrator.grading;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.orchestrator.ledger.CallRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends answered sheets to be graded, many at once. Grading is a pure function, so a batch whose
 * worker falls silent is simply sent again, and nothing of it is stored but the marks, by whoever
 * takes replies. To be used by one thread at a time.
 */
@Singleton
public class GradingDesk {
  private static final int MOST = 500;

  private final Sheets sheets;
  private final GradingPost post;
  private final Set<String> away = ConcurrentHashMap.newKeySet();

  GradingDesk(Sheets sheets, GradingPost post) {
    this.sheets = sheets;
    this.post = post;
  }

  /**
   * Sends sheets that wait and are not being graded.
   *
   * @return whether there may be more of them
   */
  public boolean dispatch() {
    post.forgetSilent();
    if (!post.isServed()) {
      return true;
    }
    List<AnsweredSheet> waiting =
        QuarkusTransaction.requiringNew().call(() -> sheets.of(CallRow.answered(away, MOST)));
    Sheets.batches(waiting).forEach(this::sendBatch);
    return waiting.size() == MOST;
  }

  /** The sheets of calls that were answered just now. To be called within a transaction. */
  public List<AnsweredSheet> sheets(List<CallRow> answered) {
    return sheets.of(answered.stream().filter(call -> !away.contains(call.key)).toList());
  }

  /**
   * Sends sheets.
   *
   * @return whether there is somebody who grades them; they wait otherwise
   */
  public boolean send(List<AnsweredSheet> answered) {
    if (!answered.isEmpty() && !post.isServed()) {
      return false;
    }
    Sheets.batches(answered).forEach(this::sendBatch);
    return true;
  }

  private void sendBatch(List<AnsweredSheet> batch) {
    List<String> calls = batch.stream().map(AnsweredSheet::call).toList();
    post.send(batch)
        .ifPresent(
            marks -> {
              away.addAll(calls);
              marks.whenComplete((graded, lost) -> calls.forEach(away::remove));
            });
  }
}
