package dev.interact.orchestrator.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Sampling;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import dev.interact.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {
  private static final String REGISTRY =
      "models: {priced: {base-url: 'http://h/v1', model: m, price: {input: 1, output: 2}}}";

  @TempDir private Path folder;
  private Prices prices;

  @BeforeEach
  void read() throws IOException {
    Path file = Files.writeString(folder.resolve("models.yaml"), REGISTRY);
    prices = new Prices(ModelRegistry.read(file, name -> null));
  }

  private static AttemptRow attempt(String alias) {
    CallSpec spec =
        new CallSpec(
            "key",
            CallKind.ANSWER,
            new CallSpec.Model(alias, "m"),
            new Sampling(1, 800, 7),
            "prompt",
            new Draw(1L, 0, 0));
    AttemptRow attempt = new AttemptRow(new CallRow(spec, 1), "study", "worker", Instant.EPOCH);
    attempt.reservedNanos = 5_000_000;
    attempt.reservedTokens = 4_000;
    return attempt;
  }

  private static Outcome broken(Usage usage) {
    return new Outcome.Transient("broken", usage, null);
  }

  @Test
  void an_attempt_costs_what_was_counted() {
    assertThat(prices.of(attempt("priced"), broken(new Usage(100, 10))))
        .isEqualTo(new Amount(120_000, 110, 1));
  }

  @Test
  void an_attempt_that_nobody_counted_costs_what_was_reserved() {
    assertThat(prices.of(attempt("priced"), broken(null)))
        .isEqualTo(new Amount(5_000_000, 4_000, 1));
  }

  @Test
  void tokens_of_a_model_that_has_left_the_registry_cost_what_was_reserved() {
    assertThat(prices.of(attempt("gone"), broken(new Usage(100, 10))))
        .isEqualTo(new Amount(5_000_000, 110, 1));
    assertThat(prices.of(attempt("gone"), broken(Usage.NONE))).isEqualTo(new Amount(0, 0, 1));
  }
}
