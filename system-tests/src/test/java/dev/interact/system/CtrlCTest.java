package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends a run and all that it started, and the same command goes on. */
class CtrlCTest {
  private static final int CONCURRENCY = 4;
  private static final int BEFORE_CTRL_C = 12;

  @TempDir private Path folder;
  private Cli cli;
  private ModelStub stub;

  @BeforeEach
  void prepare() throws IOException {
    cli = new Cli(folder);
    stub = new ModelStub();
    cli.write(
        "models.yaml",
        "models:\n"
            + stub.model(
                "slow", stub.answers(Duration.ofMillis(300)), "concurrency: " + CONCURRENCY));
    cli.write(
        "study.yaml",
        """
        name: interrupted
        concepts: [data/samples/news.jsonl]
        conditions: [dynamic]
        turns: 2
        students: [slow]
        teachers: [slow]
        sample: {per_domain: 5}
        """);
  }

  @AfterEach
  void stop() {
    cli.killAll();
    stub.close();
  }

  private Cli.Command run() {
    return cli.start("run", "study.yaml", "--port", "0", "--models", "models.yaml");
  }

  private List<String> asked() {
    return stub.requests("slow").stream().map(request -> request.body().toString()).toList();
  }

  @Test
  void an_interrupted_run_leaves_nothing_running_and_goes_on_where_it_was() {
    Cli.Command interrupted = run();
    interrupted.awaitSaid("Study interrupted");
    await().atMost(Duration.ofMinutes(2)).until(() -> asked().size() >= BEFORE_CTRL_C);

    interrupted.interrupt();

    Cli.Ended ended = interrupted.end();
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(130);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).endsWith("The same command goes on: interact run study.yaml\n");
    assertThat(cli.started()).hasSizeGreaterThan(6);
    assertThat(cli.alive()).isEmpty();
    List<String> before = asked();

    Cli.Ended resumed = run().end();

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(cli.alive()).isEmpty();
    List<String> after = asked().subList(before.size(), asked().size());
    assertThat(after).as("there was something left to do").isNotEmpty();
    Set<String> repeated = new HashSet<>(after);
    repeated.retainAll(before);
    assertThat(repeated)
        .as("calls made again: those that were in flight at most")
        .hasSizeLessThanOrEqualTo(CONCURRENCY);
    assertThat(cli.read("results/interrupted/dialogues.jsonl").lines())
        .hasSize(5)
        .allMatch(line -> line.contains("\"status\":\"finished\""));
  }

  @Test
  void a_start_that_is_interrupted_leaves_nothing_running() {
    Cli.Command starting = run();
    starting.awaitSaid("postgres is ready");

    starting.interrupt();

    assertThat(starting.end().exitCode()).isEqualTo(130);
    assertThat(cli.started()).isNotEmpty();
    assertThat(cli.alive()).isEmpty();
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }
}
