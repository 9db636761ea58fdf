package dev.interact.orchestrator.ledger;

import dev.interact.orchestrator.store.Store;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes wishes for calls. A call that is there already is not made again: whoever wants it waits
 * with the others, or has it at once.
 */
@Singleton
public class Ledger {
  /**
   * A dialogue's wish for a call.
   *
   * @param rank the dialogue's place in the order of work
   */
  public record Wish(String study, CallSpec call, long rank) {}

  private final Store store;

  Ledger(Store store) {
    this.store = store;
  }

  /** The calls that are there of some keys, read in a transaction of its own. */
  public List<CallRow> find(Collection<String> keys) {
    return QuarkusTransaction.requiringNew().call(() -> CallRow.byKeys(keys));
  }

  /**
   * Makes sure that wanted calls are there.
   *
   * @return those that are settled already
   */
  public List<CallRow> want(List<Wish> wishes) {
    Calls calls = Calls.of(store);
    Map<String, CallRow> known =
        calls.byKeys(wishes.stream().map(wish -> wish.call().key()).toList()).stream()
            .collect(Collectors.toMap(call -> call.key, Function.identity()));
    for (Wish wish : wishes) {
      String key = wish.call().key();
      if (known.containsKey(key)) {
        reopenIfOthersFailed(known.get(key), wish);
      } else if (calls.peek(key) == null) {
        calls.add(new CallRow(wish.call(), wish.rank()));
      }
    }
    return known.values().stream().filter(CallRow::isSettled).toList();
  }

  /** A failure ends what waits for it in a study; another study tries anew. */
  private void reopenIfOthersFailed(CallRow call, Wish wish) {
    if (call.status == CallRow.Status.FAILED) {
      store.write();
      if (!call.hasEnded(wish.study())) {
        call.open();
      }
    }
  }
}
