package dev.interact.orchestrator.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Set<String> keys = wishes.stream().map(wish -> wish.call().key()).collect(Collectors.toSet());
    Map<String, CallRow> calls =
        CallRow.byKeys(keys).stream()
            .collect(
                Collectors.toMap(
                    call -> call.key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    Set<String> known = new HashSet<>(calls.keySet());
    List<CallRow> added = new ArrayList<>();
    for (Wish wish : wishes) {
      CallRow call =
          calls.computeIfAbsent(
              wish.call().key(),
              key -> {
                CallRow fresh = new CallRow(wish.call(), wish.rank());
                added.add(fresh);
                return fresh;
              });
      if (known.contains(call.key)) {
        reopenIfOthersFailed(call, wish);
      }
    }
    CallRow.persist(added);
    return calls.values().stream().filter(CallRow::isSettled).toList();
  }

  /** A failure ends what waits for it in a study; another study tries anew. */
  private static void reopenIfOthersFailed(CallRow call, Wish wish) {
    if (call.status == CallRow.Status.FAILED && !call.hasEnded(wish.study())) {
      call.open();
    }
  }
}
