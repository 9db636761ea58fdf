package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.study.Concept;
import dev.interact.system.verify.Claim;
import dev.interact.system.verify.Verifier;
import dev.interact.system.verify.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One study under watch, from its submission to the verdict. */
final class Trial implements AutoCloseable {
  private static final Duration CEILING = Duration.ofMinutes(3);
  private static final String DEAD_LETTERS = "interact\\.dead-letters";

  final Stack stack;
  final ModelStub stub;
  final String study;
  private final Map<String, Long> requestsBefore;
  private final long deadLetters;
  private final int dialogues;
  private final Watch watch;
  private final AtomicLong mayRepeat = new AtomicLong();
  private final long begun = System.nanoTime();

  /** Hands in a study, which should be fresh so that it finds none of its answers in the ledger. */
  Trial(Stack stack, ModelStub stub, String yaml, List<Concept> concepts) {
    this(stack, stub, api -> api.submit(yaml, concepts));
  }

  /** Hands in a preparation, which should be fresh too. */
  static Trial preparing(Stack stack, ModelStub stub, String recipe, List<Concept> material) {
    return new Trial(stack, stub, api -> api.prepare(recipe, material));
  }

  private Trial(Stack stack, ModelStub stub, Function<Api, String> submit) {
    this.stack = stack;
    this.stub = stub;
    requestsBefore = stub.counts();
    deadLetters = topic(DEAD_LETTERS).size();
    study = submit.apply(stack.api);
    dialogues = stack.api.status(study).path("dialogues").path("total").asInt();
    watch = new Watch(stack.tables, study);
  }

  private List<String> topic(String pattern) {
    return Records.all(stack.local.kafka(), pattern);
  }

  /**
   * How many answers its models may give for each of some strikes so that there is work left, and
   * calls are in flight, when the last of them strikes.
   */
  int share(int strikes) {
    long calls = stack.api.status(study).path("calls").path("planned").asLong();
    return (int) Math.ceilDiv(calls * 3, 4L * strikes);
  }

  /** So many attempts were in flight when something was killed or stopped. */
  void mayRepeat(long attempts) {
    mayRepeat.addAndGet(attempts);
  }

  /** Whether the database says that the study is over; false where it does not answer. */
  boolean isOver() {
    try {
      return stack.tables.count(
              "select count(*) from study where id = ? and state = 'FINISHED'", study)
          > 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Whether a worker says that it holds calls. */
  boolean holds(String incarnation) {
    return StreamSupport.stream(stack.api.workers().spliterator(), false)
        .anyMatch(
            worker ->
                worker.path("incarnation").asText().equals(incarnation)
                    && worker.path("in_flight").asInt() > 0);
  }

  /** Attempts under way that a worker or a role holds, by the beginning of its name. */
  long inFlight(String worker) {
    return stack.tables.count(
        "select count(*) from attempt where status = 'SENT' and worker like ? || '%'", worker);
  }

  /** Whether each request that the models have seen is an attempt that was answered. */
  boolean isAllBooked() {
    return requests().values().stream().mapToLong(Long::longValue).sum()
        == stack.tables.count(
            """
            select count(*) from attempt where status = 'COMPLETED'
              and call in (select call from step where study = ?)
            """,
            study);
  }

  /**
   * Waits until a call that was sent after a moment has been answered, and says how long it took.
   */
  Duration awaitMovesOn(Instant since, Duration limit) {
    await("the study goes on")
        .atMost(limit)
        .ignoreExceptions()
        .until(
            () ->
                stack.tables.count(
                        """
                        select count(*) from attempt where status = 'COMPLETED' and sent > ?
                          and call in (select call from step where study = ?)
                        """,
                        java.sql.Timestamp.from(since),
                        study)
                    > 0);
    Duration taken = Duration.between(since, Instant.now());
    System.out.printf("the study went on after %s%n", taken);
    return taken;
  }

  /** The answers and what was said, but for what names the study. */
  List<String> answers() {
    stack.api.awaitFinished(study);
    return (stack.api.answers(study) + stack.api.transcripts(study))
        .lines()
        .map(line -> line.replaceAll("\"(study|dialogue)\":\"[^\"]*\",?", ""))
        .toList();
  }

  /** Waits for the end, has all that the study left verified, and prints the figures. */
  void assertClean(Fault... faults) {
    stack.api.awaitFinished(study);
    awaitQuiet();
    watch.close();
    Claim claim = new Claim(study, dialogues, requests(), mayRepeat.get(), deadLetters);
    Verifier verifier = new Verifier(stack.tables, this::topic);
    List<String> findings = new ArrayList<>(watch.findings());
    findings.addAll(verifier.findings(claim));
    for (Fault fault : faults) {
      if (fault.fired() == 0) {
        findings.add("The fault did not strike: " + fault.name() + ".");
      }
    }
    print(claim, verifier.extra(claim), faults);
    assertThat(findings).as("what the verifier found").isEmpty();
  }

  /** Attempts whose dialogues are over may still be under way. */
  private void awaitQuiet() {
    await("no attempt under way")
        .atMost(CEILING)
        .ignoreExceptions()
        .until(
            () ->
                stack.tables.count(
                        """
                        select count(*) from attempt where status = 'SENT'
                          and call in (select call from step where study = ?)
                        """,
                        study)
                    == 0);
  }

  private Map<String, Long> requests() {
    Map<String, Long> requests = new HashMap<>(stub.counts());
    requestsBefore.forEach((model, count) -> requests.merge(model, -count, Long::sum));
    return requests;
  }

  private void print(Claim claim, long extra, Fault... faults) {
    String struck =
        Stream.of(faults)
            .map(fault -> fault.name() + " (" + fault.fired() + ")")
            .collect(Collectors.joining(", "));
    System.out.printf(
        Locale.ROOT,
        "%s: %d dialogues, %d calls, %d requests, %d of them extra where %d may be, %s, %.0f s%n",
        struck.isEmpty() ? "no fault" : struck,
        dialogues,
        stack.tables.count("select count(distinct call) from step where study = ?", study),
        claim.requests().values().stream().mapToLong(Long::longValue).sum(),
        extra,
        claim.mayRepeat(),
        stack.tables.rows(
            """
            select status, count(*) from attempt where call in (select call from step where study = ?)
            group by status order by status
            """,
            study),
        (System.nanoTime() - begun) / 1e9);
  }

  /** A study that has not passed is paused, so that it does not count for the next. */
  @Override
  public void close() {
    watch.close();
    if (!isOver()) {
      stack.api.pause(study);
    }
  }
}
