package dev.interact.system;

import static org.awaitility.Awaitility.await;

import dev.interact.contracts.Topics;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A stack that has some of everything that the API shows: a study that is finished, one that runs
 * and does not end, one that waits for people, a preparation, checks, dead letters.
 */
final class Inhabited implements AutoCloseable {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int LETTERS = 20;
  private static final int KEYS = 20;
  private static final String TALKS = "[closed-book, static-lesson, dynamic]";
  private static final String RECIPE =
      """
      name: %s
      author: author
      lessons: [quick]
      rounds: 8
      gates:
        closed_book: {models: [filter], tries: 2}
        with_context: {models: [reader], tries: 2}
        judge: author
      """;

  /** With it everything may be asked. */
  static final String KEY = "of-the-inhabited-stack-and-nothing-else";

  final Stack stack;
  private final ModelStub stub;
  private final Map<String, List<String>> ids = new TreeMap<>();

  private Inhabited(Path folder) throws IOException {
    stub = new ModelStub();
    Examiner examiner = new Examiner(stub);
    stack =
        Stack.withModels(
            folder,
            Map.of("INTERACT_ACCESS_OPEN", "false", "INTERACT_ACCESS_ADMIN_KEY", KEY),
            stub.model("quick", stub.answers(Duration.ZERO)),
            stub.model("slow", stub.answers(Duration.ZERO)),
            stub.model("author", examiner.author()),
            stub.model("filter", examiner.student(Examiner::isFamous)),
            stub.model("reader", examiner.student(Examiner::isShown)));
  }

  /** Starts it. */
  static Inhabited in(Path folder) throws IOException {
    Inhabited inhabited = new Inhabited(folder);
    inhabited.ids.put("models", List.of("quick", "slow"));
    inhabited.ids.put("tables", List.of("studies", "dialogues", "turns", "answers", "calls"));
    inhabited.ids.put("formats", List.of("csv", "jsonl", "parquet"));
    inhabited.ids.put("checks", List.of("replay", "regrade"));
    inhabited.move();
    return inhabited;
  }

  private void move() {
    String finished = stack.api.submit(study("finished", "quick", TALKS), Concepts.some(2));
    String preparation = stack.api.prepare(RECIPE.formatted("prepared"), Examiner.chronicles(1));
    stub.ration("slow").hold();
    String running = stack.api.submit(study("running", "slow", TALKS), Concepts.some(3));
    String seated =
        stack.api.submit(
            study("seated", "quick", "[closed-book, dynamic]")
                .replace("students: [quick]", "students: [human]"),
            Concepts.some(3));
    stack.api.awaitFinished(finished);
    stack.api.awaitFinished(preparation);
    stack.api.check(finished, "regrade");
    stack.api.check(finished, "replay");
    ids.put("studies", List.of(finished, running, seated, preparation));
    ids.put("preparations", List.of(preparation));
    ids.put(
        "seats",
        texts("/api/seats?study=" + seated, "link").stream().map(Inhabited::secret).toList());
    ids.put("arms", texts("/api/studies/" + finished + "/cells", "id"));
    ids.put("concepts", texts("/api/studies/" + finished + "/dialogues", "concept"));
    dialogues(finished, running);
    writeLetters();
    for (int i = 0; i < KEYS; i++) {
      stack.api.post("/api/keys", "{\"name\":\"some\",\"scope\":\"read\"}");
    }
    ids.put("keys", texts("/api/keys", "id"));
  }

  private void dialogues(String... studies) {
    List<String> dialogues =
        Stream.of(studies)
            .flatMap(study -> texts("/api/studies/" + study + "/dialogues", "id").stream())
            .toList();
    ids.put("dialogues", dialogues);
    ids.put(
        "calls",
        dialogues.stream()
            .flatMap(dialogue -> texts("/api/dialogues/" + dialogue + "/calls", "key").stream())
            .distinct()
            .toList());
  }

  private void writeLetters() {
    Map<String, Object> broker =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.local.kafka());
    try (var producer =
        new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < LETTERS; i++) {
        producer.send(
            new ProducerRecord<>(
                Topics.REPLIES, ("no reply " + i).getBytes(StandardCharsets.UTF_8)));
      }
    }
    await().atMost(CEILING).until(() -> stack.api.deadLetters().size() == LETTERS);
    ids.put("letters", texts("/api/dead-letters", "id"));
  }

  private List<String> texts(String list, String field) {
    return StreamSupport.stream(stack.api.read(list).path("items").spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  private static String secret(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String study(String name, String model, String conditions) {
    Map<String, String> settings =
        Map.of("conditions", conditions, "turns", "2", "lesson_authors", "[quick]");
    return Stack.study(name, model, settings);
  }

  /** What is there, by kind. */
  Map<String, List<String>> ids() {
    return ids;
  }

  /** Bodies that are right, by operation. */
  Map<String, List<Object>> bodies() {
    List<Concept> concepts = Concepts.some(2);
    Object submission = Api.submission(study("another", "quick", TALKS), concepts);
    Object caps = Map.of("usd", 100, "tokens", 100_000_000, "calls", 1_000_000);
    return Map.ofEntries(
        Map.entry("POST /api/concepts", List.of(concepts)),
        Map.entry("POST /api/studies", List.of(submission)),
        Map.entry("POST /api/plans", List.of(submission)),
        Map.entry(
            "POST /api/preparations",
            List.of(Api.order(RECIPE.formatted("another"), Examiner.chronicles(1)))),
        Map.entry(
            "POST /api/dialogues/{id}/forks",
            List.of(Map.of("kind", "candidates", "at", 1), Map.of("kind", "lecture"))),
        Map.entry(
            "POST /api/seats/{secret}",
            List.of(
                Map.of("step", "sheet-0-0", "choices", List.of(0, 1, 2)),
                Map.of("step", "ask-1", "question", "Who is it?"))),
        Map.entry(
            "PUT /api/models/{alias}/limits",
            List.of(Map.of("concurrency", 4, "requests_per_minute", 10_000))),
        Map.entry("PUT /api/studies/{id}/budget", List.of(caps)),
        Map.entry("PUT /api/owners/{owner}/budget", List.of(caps)),
        Map.entry("POST /api/keys", List.of(Map.of("name", "some", "scope", "run"))),
        Map.entry("POST /api/session", List.of(Map.of("key", KEY))));
  }

  @Override
  public void close() {
    stack.close();
    stub.close();
  }
}
