package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers refuse, break down and cost money; a study gets through within its limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProviderFaults {
  private static final long SEED = 429;
  private static final int PER_MINUTE = 1200;
  private static final Duration CEILING = Duration.ofMinutes(2);

  /**
   * How much there is of each.
   *
   * @param throttled concepts of the study whose provider storms
   * @param broken concepts of the study whose provider breaks down
   * @param capped dialogues at once against a cap
   * @param goodput the least share of what the provider would take that gets there; speed is judged
   *     in the long form alone
   */
  record Form(int throttled, int broken, int capped, double goodput) {}

  private final Form form;
  private ModelStub stub;
  private Stack stack;
  private Throttle throttle;
  private Breakdowns breakdowns;

  ProviderFaults(Form form) {
    this.form = form;
  }

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour answers = stub.answers(Duration.ofMillis(20));
    throttle =
        new Throttle(
            new Throttle.Limits(
                PER_MINUTE / 60.0, PER_MINUTE / 20, Duration.ofSeconds(2), Duration.ofSeconds(5)),
            SEED,
            answers);
    breakdowns = new Breakdowns(stub, 0.3, SEED, answers);
    stack =
        Stack.withModels(
            data,
            Map.of("INTERACT_RETRY_ATTEMPTS", "15"),
            stub.model(
                "throttled", throttle, "concurrency: 32", "requests-per-minute: " + PER_MINUTE),
            stub.model("broken", breakdowns, "concurrency: 32", "timeout-seconds: 1"),
            stub.model("priced", answers, "concurrency: 64", "price: {input: 10, output: 100}"));
  }

  @AfterAll
  void stop() {
    stack.close();
    stub.close();
  }

  private Trial begin(String name, String model, int concepts, Map<String, String> settings) {
    return new Trial(stack, stub, Stack.study(name, model, settings), Concepts.some(concepts));
  }

  @Test
  void nothing_is_sent_before_the_time_that_a_provider_asks_for() {
    Map<String, String> sheetsAlone = Map.of("conditions", "[closed-book]");
    try (Trial trial = begin("throttled", "throttled", form.throttled(), sheetsAlone)) {
      trial.assertClean(throttle);

      assertFinished(trial, form.throttled());
      assertThat(throttle.early()).isEmpty();
      assertThat(admittedInSpiteOfARefusal()).isEmpty();
      assertThat(throttle.goodput())
          .as("share of what the provider took")
          .isGreaterThan(form.goodput());
    }
  }

  private void assertFinished(Trial trial, int dialogues) {
    JsonNode status = stack.api.status(trial.study);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(dialogues);
  }

  /** Attempts that were sent when it was booked that the provider asked to wait until later. */
  private List<Instant> admittedInSpiteOfARefusal() {
    List<Instant[]> refused = times("and status = 'RATE_LIMITED'");
    assertThat(refused).hasSize((int) throttle.fired());
    List<Throttle.Refusal> refusals = throttle.refusals();
    return times("").stream()
        .map(attempt -> attempt[0])
        .filter(
            sent ->
                refused.stream()
                    .filter(times -> times[1].isBefore(sent))
                    .anyMatch(times -> sent.isBefore(earliestPromise(refusals, times))))
        .toList();
  }

  private static Instant earliestPromise(List<Throttle.Refusal> refusals, Instant[] attempt) {
    return refusals.stream()
        .filter(refusal -> !refusal.at().isBefore(attempt[0]) && refusal.at().isBefore(attempt[1]))
        .map(Throttle.Refusal::until)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** When attempts were sent and ended. */
  private List<Instant[]> times(String condition) {
    return stack
        .query(
            "select extract(epoch from sent) * 1000000, extract(epoch from ended) * 1000000 from attempt where model = 'throttled' "
                + condition)
        .stream()
        .map(row -> row.stream().map(ProviderFaults::instant).toArray(Instant[]::new))
        .toList();
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(
        (long) Double.parseDouble(micros), java.time.temporal.ChronoUnit.MICROS);
  }

  @Test
  void a_provider_that_breaks_down_changes_no_answer() {
    Map<String, String> settings = Map.of("turns", "2", "conditions", "[dynamic]", "fresh", "true");
    List<String> undisturbed;
    try (Trial trial = begin("healthy", "broken", form.broken(), settings)) {
      undisturbed = trial.answers();
      trial.assertClean();
    }
    breakdowns.begin();
    try (Trial trial = begin("broken", "broken", form.broken(), settings)) {
      assertThat(trial.answers()).isEqualTo(undisturbed);
      trial.assertClean(breakdowns);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls: 60", "usd: 0.2", "tokens: 8000"})
  void a_cap_holds_with_many_dialogues_at_once(String cap) {
    Map<String, String> settings =
        Map.of("turns", "1", "conditions", "[dynamic]", "fresh", "true", "budget", "{" + cap + "}");
    String name = "capped-" + cap.substring(0, cap.indexOf(':'));
    try (Trial trial = begin(name, "priced", form.capped(), settings)) {
      JsonNode paused = awaitPaused(trial);
      assertThat(paused.path("reason").asText()).contains("cap");
      assertThat(trial.isOver()).isFalse();
      assertThat(budget(paused, "reserved")).containsOnly(0.0);
      assertThat(budget(paused, "spent")).allSatisfy(spent -> assertThat(spent).isPositive());

      stack.api.budget(trial.study, "{\"calls\": 100000}");
      stack.api.resume(trial.study);

      trial.assertClean();
      assertFinished(trial, form.capped());
    }
  }

  private JsonNode awaitPaused(Trial trial) {
    return await("the study pauses at its cap")
        .atMost(CEILING)
        .until(
            () -> stack.api.status(trial.study),
            status -> !status.path("state").asText().equals("running"));
  }

  private static List<Double> budget(JsonNode status, String part) {
    JsonNode amount = status.path("budget").path(part);
    return List.of("usd", "tokens", "calls").stream()
        .map(unit -> amount.path(unit).asDouble(-1))
        .toList();
  }
}
