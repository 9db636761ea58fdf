package dev.interact.orchestrator.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Sampling;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import dev.interact.study.Human;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyCallsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Set<CallKind> ALL = EnumSet.allOf(CallKind.class);

  private final ReadyCalls ready = new ReadyCalls();

  private static CallRow call(String key, String model, CallKind kind, long rank) {
    return new CallRow(
        new CallSpec(
            key,
            kind,
            new CallSpec.Model(model, model),
            new Sampling(0, 10, 1),
            "prompt",
            new Draw(null, 0, 0)),
        rank);
  }

  private List<String> next(String study, String model, Set<CallKind> kinds, int limit) {
    return ready.next(study, model, kinds, NOW, limit).stream().map(call -> call.key).toList();
  }

  @Test
  void calls_come_in_the_order_of_their_ranks_as_far_as_they_are_due_and_of_the_kinds() {
    CallRow late = call("late", "m", CallKind.ANSWER, 1);
    late.notBefore = NOW.plusMillis(1);
    List<CallRow> calls =
        List.of(
            call("c", "m", CallKind.QUESTION, 3),
            call("b", "m", CallKind.ANSWER, 2),
            call("a", "m", CallKind.ANSWER, 2),
            call("other", "other", CallKind.ANSWER, 1),
            late);
    calls.forEach(call -> ready.place(call, Set.of("study")));

    assertThat(next("study", "m", ALL, 10)).containsExactly("a", "b", "c");
    assertThat(next("study", "m", ALL, 2)).containsExactly("a", "b");
    assertThat(next("study", "m", EnumSet.of(CallKind.QUESTION), 10)).containsExactly("c");
    assertThat(next("another", "m", ALL, 10)).isEmpty();
    assertThat(ready.count("study", NOW, 10)).isEqualTo(4);
    assertThat(ready.count("study", NOW, 3)).isEqualTo(3);
  }

  @Test
  void what_waits_for_a_person_is_not_counted() {
    ready.place(call("seat", Human.ALIAS, CallKind.QUESTION, 1), Set.of("study"));

    assertThat(ready.count("study", NOW, 10)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void however_calls_move_each_stands_where_it_is_waited_for(long seed) {
    Random random = new Random(seed);
    List<String> studies = List.of("x", "y", "z");
    Map<String, Map<Long, String>> expected = new HashMap<>();
    studies.forEach(study -> expected.put(study, new TreeMap<>()));
    List<CallRow> calls =
        random.longs(20).mapToObj(n -> call("k" + n, "m", CallKind.ANSWER, n)).toList();
    for (int i = 0; i < 500; i++) {
      CallRow call = calls.get(random.nextInt(calls.size()));
      call.status = random.nextInt(3) > 0 ? CallRow.Status.READY : CallRow.Status.SENT;
      List<String> waiting = studies.stream().filter(study -> random.nextBoolean()).toList();
      ready.place(call, waiting);
      for (String study : studies) {
        boolean there = call.status == CallRow.Status.READY && waiting.contains(study);
        expected.get(study).remove(call.rank);
        if (there) {
          expected.get(study).put(call.rank, call.key);
        }
        assertThat(next(study, "m", ALL, 100))
            .containsExactlyElementsOf(expected.get(study).values());
      }
      assertThat(ready.has(call.key))
          .isEqualTo(!waiting.isEmpty() && call.status == CallRow.Status.READY);
    }
  }
}
