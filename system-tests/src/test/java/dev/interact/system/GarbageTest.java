package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.interact.local.process.ChildProcess;
import dev.interact.worker.garbage.Garbage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that mostly talks garbage: nothing crashes, and no dialogue is left half done. */
class GarbageTest {
  private static final long SEED = 921;
  private static final int CONCEPTS = 90;
  private static final int TURNS = 2;
  private static final int SHORTEST_QUOTE = 12;
  private static final int LONGEST_QUOTE = 60;

  @TempDir Path data;

  /** Gives each line of the corpus once, in an order of its own, and good answers in between. */
  private static final class Garbler implements ModelStub.Behaviour {
    private final Random random = new Random(SEED);
    private final Map<Garbage.Request, Queue<Garbage>> left = new ConcurrentHashMap<>();
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final ModelStub.Behaviour good;

    Garbler(List<Garbage> corpus, ModelStub.Behaviour good) {
      this.good = good;
      for (Garbage.Request to : Garbage.Request.values()) {
        List<Garbage> lines =
            new ArrayList<>(corpus.stream().filter(line -> line.to() == to).toList());
        Collections.shuffle(lines, random);
        left.put(to, new ArrayDeque<>(lines));
      }
    }

    @Override
    public void answer(HttpExchange exchange, ModelStub.Request request)
        throws IOException, InterruptedException {
      Garbage next = next(request);
      if (next == null) {
        good.answer(exchange, request);
      } else {
        next.send(exchange);
        served.add(next.name());
      }
    }

    private synchronized Garbage next(ModelStub.Request request) {
      boolean garbage = random.nextInt(5) > 0;
      var lines = left.get(request.isQuiz() ? Garbage.Request.SHEET : Garbage.Request.QUESTION);
      return garbage ? lines.poll() : null;
    }
  }

  @Test
  void a_study_whose_model_talks_garbage_runs_to_its_end() throws IOException {
    System.out.println("seed " + SEED);
    List<Garbage> corpus = Garbage.all();
    try (ModelStub stub = new ModelStub()) {
      Garbler garbler = new Garbler(corpus, stub.answers(Duration.ZERO));
      try (Stack stack =
          Stack.withModels(data, stub.model("garbler", garbler, "concurrency: 32"))) {
        List<Long> processes = stack.local.processes().stream().map(ChildProcess::pid).toList();
        String study =
            stack.api.submit(
                Stack.study(
                    "garbage",
                    "garbler",
                    Map.of("conditions", "[dynamic]", "turns", String.valueOf(TURNS))),
                Concepts.some(CONCEPTS));

        JsonNode status = stack.api.awaitFinished(study);

        assertThat(garbler.served)
            .as("the fault fired: every line was served")
            .containsExactlyInAnyOrderElementsOf(corpus.stream().map(Garbage::name).toList());
        assertThat(stack.local.processes()).allMatch(ChildProcess::isAlive);
        assertThat(stack.local.processes().stream().map(ChildProcess::pid)).isEqualTo(processes);
        assertWhole(stack, status);
        assertThat(stack.count("select count(*) from attempt"))
            .isEqualTo(stub.requests("garbler").size());
        assertNothingLogged(stack, corpus);
      }
    }
  }

  private static void assertWhole(Stack stack, JsonNode status) {
    JsonNode dialogues = status.path("dialogues");
    assertThat(dialogues.path("finished").asInt()).isPositive();
    assertThat(dialogues.path("failed").asInt()).isPositive();
    assertThat(dialogues.path("finished").asInt() + dialogues.path("failed").asInt())
        .isEqualTo(CONCEPTS);
    assertNone(
        stack,
        "a failure without a reason",
        "dialogue where (reason is null) = (stage = 'FAILED')");
    assertNone(stack, "work left", "step where open");
    assertNone(
        stack,
        "a finished dialogue without all of its turns",
        """
        dialogue d where stage = 'FINISHED' and %d <>
        (select count(*) from turn t where t.dialogue = d.id and t.answer is not null)
        """
            .formatted(TURNS));
    assertNone(
        stack,
        "turns with a gap",
        """
        (select dialogue from turn group by dialogue
        having min(number) <> 1 or max(number) <> count(*)
        or count(answer) < count(*) - 1) gaps
        """);
    assertNone(
        stack,
        "a turn of what was never said",
        "turn t join call c on c.key in (t.question, t.answer) where c.reply is null");
    assertNone(
        stack, "an answer out of an error", "call where (reply is null) = (status = 'DONE')");
  }

  private static void assertNone(Stack stack, String what, String rows) {
    assertThat(stack.query("select * from " + rows)).as(what).isEmpty();
  }

  private static void assertNothingLogged(Stack stack, List<Garbage> corpus) throws IOException {
    List<String> quotes =
        corpus.stream()
            .flatMap(line -> line.body().stream())
            .map(Garbage.Part::text)
            .filter(text -> text != null && text.strip().length() >= SHORTEST_QUOTE)
            .map(text -> text.substring(0, Math.min(LONGEST_QUOTE, text.length())))
            .toList();
    for (ChildProcess process : stack.local.processes()) {
      if (Files.exists(process.log())) {
        String log = Files.readString(process.log());
        assertThat(quotes).as(process.log().toString()).noneMatch(log::contains);
        assertThat(log).doesNotContain("miller");
      }
    }
  }
}
