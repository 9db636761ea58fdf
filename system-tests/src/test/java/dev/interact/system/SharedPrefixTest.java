package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.interact.contracts.Hash;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of its prompts a study repeats, on tales that other people wrote: as a plan foresees it,
 * as it arrives at the model, and as results have it.
 */
class SharedPrefixTest {
  /** A token is cut off each request, and a request has about a thousand. */
  private static final double UNIT = 0.001;

  private static final List<String> STUDIES = List.of("plain", "lesson", "gap", "item", "exam");

  /** Between messages; no model is sent it. */
  private static final char END = '\u0000';

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static List<Concept> tales;

  @BeforeAll
  static void start() throws IOException {
    RealMaterial.assume(List.of(RealMaterial.TALES));
    tales = ConceptFiles.read(RealMaterial.TALES);
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data,
            STUDIES.stream()
                .flatMap(study -> Stream.of(student(study), teacher(study)))
                .map(alias -> stub.model(alias, SharedPrefixTest::answer))
                .toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
      stub.close();
    }
  }

  private static String student(String study) {
    return study + "-student";
  }

  private static String teacher(String study) {
    return study + "-teacher";
  }

  /** Half of the tokens that an answer may have, of four characters each: so a plan assumes it. */
  private static void answer(HttpExchange exchange, ModelStub.Request request)
      throws IOException, InterruptedException {
    if (request.isQuiz()) {
      stub.answers(Duration.ZERO).answer(exchange, request);
    } else {
      int length = 2 * request.body().path("max_tokens").asInt();
      String words = (Hash.id(request.body()) + " ").repeat(length).substring(0, length - 1);
      ModelStub.says(words + ".").answer(exchange, request);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain  | 6 | dynamic             | plain | sheet
          lesson | 3 | dynamic-with-lesson | plain | sheet
          gap    | 3 | dynamic             | gap   | sheet
          item   | 1 | dynamic             | plain | item
          exam   | 2 | full-context        | plain | item
          """)
  void a_plan_the_model_and_the_results_agree(
      String name, int number, String condition, String strategy, String quiz) {
    String file =
        """
        name: %s
        concepts: [test.jsonl]
        conditions: [%s]
        strategies: [%s]
        quiz: {mode: %s}
        turns: 5
        students: [%s]
        teachers: [%s]
        """
            .formatted(name, condition, strategy, quiz, student(name), teacher(name));
    List<Concept> concepts = tales.subList(0, number);

    double planned = share(stack.api.plan(file, concepts));
    String study = stack.api.submit(file, concepts);
    stack.api.awaitFinished(study);
    double measured = measured(study, name);
    System.out.printf("%s: %.4f of the input is in a shared prefix%n", name, measured);

    assertThat(planned).isCloseTo(measured, within(UNIT));
    JsonNode summary = stack.api.summary(study);
    assertThat(share(summary)).isCloseTo(measured, within(UNIT));
    assertThat(summary.at("/cells/0/shared_prefix").asDouble()).isEqualTo(share(summary));
    assertThat(stack.api.plan(file, concepts).at("/totals/shared_prefix").isNull())
        .as("nothing is new")
        .isTrue();
  }

  private static double share(JsonNode of) {
    return of.at("/totals/shared_prefix").asDouble();
  }

  /** As the model has seen it, model by model and dialogue by dialogue. */
  private static double measured(String study, String name) {
    Map<List<String>, String> dialogues = new HashMap<>();
    stack
        .query(
            "select c.model, c.seed, s.dialogue from step s join call c on c.key = s.call where s.study = '%s'"
                .formatted(study))
        .forEach(row -> dialogues.put(row.subList(0, 2), row.get(2)));
    Map<List<String>, Collection<String>> before = new HashMap<>();
    long all = 0;
    long shared = 0;
    for (String model : List.of(student(name), teacher(name))) {
      for (ModelStub.Request request : stub.requests(model)) {
        String dialogue = dialogues.get(List.of(model, request.body().path("seed").asText()));
        assertThat(dialogue).as("the dialogue of " + request).isNotNull();
        Collection<String> earlier =
            before.computeIfAbsent(List.of(model, dialogue), any -> new ArrayList<>());
        String text = text(request);
        all += length(text);
        shared += earlier.stream().mapToLong(other -> length(common(other, text))).max().orElse(0);
        earlier.add(text);
      }
    }
    return (double) shared / all;
  }

  private static String text(ModelStub.Request request) {
    StringBuilder text = new StringBuilder();
    for (JsonNode message : request.body().path("messages")) {
      text.append(message.path("content").asText()).append(END);
    }
    return text.toString();
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }

  private static long length(String text) {
    return text.chars().filter(character -> character != END).count();
  }
}
