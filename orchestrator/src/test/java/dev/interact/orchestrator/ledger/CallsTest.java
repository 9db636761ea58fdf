package dev.interact.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.store.Columns;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallsTest {

  @Test
  void all_that_a_call_is_is_written() {
    assertThat(Calls.CALL.columns()).isEqualTo(Columns.of(CallRow.class));
  }

  @Test
  void all_that_an_attempt_is_is_written() {
    Set<String> columns = new HashSet<>(Columns.of(AttemptRow.class));
    columns.remove("latency_millis");
    columns.add("latency");
    assertThat(Calls.ATTEMPT.columns()).isEqualTo(columns);
  }
}
