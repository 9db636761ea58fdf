package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caps that a user meets, and raises from the command line. */
class CapTest {
  private static final int CONCEPTS = 5;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static Cli cli;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data,
            stub.model("one", stub.answers(Duration.ZERO)),
            stub.model("two", stub.answers(Duration.ZERO)));
    cli = new Cli(data.resolve("cli"));
    cli.write(
        "concepts.jsonl",
        IntStream.range(0, CONCEPTS)
            .mapToObj(
                i ->
                    """
                    {"id":"c%d","domain":"story","title":"T","context":"The heron knew %d.",\
                    "quiz":[{"id":"e1","question":"Who?","options":["heron %d","mule"],"answer":0}]}"""
                        .formatted(i, i, i))
            .collect(Collectors.joining("\n")));
  }

  @AfterAll
  static void stop() {
    cli.killAll();
    stack.close();
    stub.close();
  }

  private static Cli.Ended interact(String... arguments) {
    return cli.run(
        Stream.concat(
                Stream.of(arguments), Stream.of("--url", stack.local.orchestrator().toString()))
            .toArray(String[]::new));
  }

  private static String study(String name, String model, String budget) {
    return cli.write(
        name + ".yaml",
        """
        name: %s
        concepts: [concepts.jsonl]
        conditions: [closed-book]
        students: [%s]
        %s
        """
            .formatted(name, model, budget));
  }

  private static String account(String... arguments) {
    return interact(arguments).out().replaceAll("  +", "|");
  }

  @Test
  void a_studys_cap_ends_its_run_and_is_raised() {
    cli.with("INTERACT_OWNER", "ben");
    String file = study("capped", "one", "budget: {calls: 2}");

    Cli.Ended run = interact("run", file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
    assertThat(run.out()).contains("Partial results: the study is paused; ");
    assertThat(run.err())
        .contains(
            "is paused: The cap of the study is reached: the next call might pass 2 calls.",
            "(budget in " + file + ";");
    assertThat(interact("status", "capped").out())
        .contains("2 of 2 paid calls", "Paused: The cap of the study is reached");
    assertThat(account("budget", "capped")).contains("|2 + 0 of 2");

    Cli.Ended raised = interact("budget", "capped", "--calls", "4");
    assertThat(raised.exitCode()).as(raised.err()).isZero();
    assertThat(raised.err()).contains("may spend at most 4 calls. It is paused. To go on: ");
    assertThat(account("budget", "capped")).contains("|2 + 0 of 4");

    study("capped", "one", "budget: {calls: 5}");
    Cli.Ended whole = interact("run", file);
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(stub.requests("one")).hasSize(CONCEPTS);
    assertThat(interact("budget", "capped", "--calls", "-1").err())
        .startsWith("calls: must be from 0 to ");
  }

  @Test
  void an_owners_cap_holds_over_all_studies() {
    assertThat(interact("budget", "--owner", "ada", "--calls", "3").err())
        .startsWith("ada may spend at most 3 calls a month (UTC), over all studies.");
    cli.with("INTERACT_OWNER", "ada");
    String file = study("owned", "two", "");

    Cli.Ended run = interact("run", file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
    assertThat(run.err()).contains("owner ada", "interact budget --owner");
    assertThat(stub.requests("two")).hasSize(3);

    interact("budget", "--owner", "ada", "--none");
    assertThat(interact("run", file).exitCode()).isZero();
    assertThat(account("budget", "--owner", "ada")).doesNotContain(" of ");
  }
}
