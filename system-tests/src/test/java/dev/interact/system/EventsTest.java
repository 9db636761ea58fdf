package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Topics;
import dev.interact.contracts.event.Fact;
import dev.interact.contracts.event.Fact.Marks;
import dev.interact.contracts.wire.LastRelease;
import dev.interact.contracts.wire.Wire;
import dev.interact.local.Role;
import dev.interact.local.postgres.Database;
import dev.interact.local.process.ChildProcess;
import dev.interact.study.Concept;
import dev.interact.study.Concept.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who listens to the topic of events, and to nothing else, knows what the database knows. */
class EventsTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final long SEED = 915;
  private static final int CONCEPTS = 4;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour good = stub.answers(Duration.ZERO);
    ModelStub.Behaviour slow = stub.answers(Duration.ofMillis(100));
    ModelStub.Behaviour no = ModelStub.fails(400, "{\"error\":{\"message\":\"no\"}}");
    Examiner examiner = new Examiner(stub);
    String price = "price: {input: 10, output: 100}";
    stack =
        Stack.withModels(
            data,
            Map.of("INTERACT_PRESENCE_SILENCE", "5s", "INTERACT_PRESENCE_ABSENCE", "4s"),
            stub.model("pupil", good, price),
            stub.model("mumbler", mumbles(good), price),
            stub.model("master", good, price),
            stub.model("shaky", stub.first(3, ModelStub.fails(503, ""), good)),
            stub.model("limited", stub.first(2, ModelStub.fails(429, "{}"), good)),
            stub.model("refusing", stub.first(6, no, good)),
            stub.model("slow", slow, "concurrency: 16", "timeout-seconds: 900", price),
            stub.model("author", examiner.author()),
            stub.model("stubborn", stub.first(1, no, examiner.author())),
            stub.model("filter", examiner.student(Examiner::isFamous)),
            stub.model("reader", examiner.student(Examiner::isShown)));
  }

  /** By then there have been messages of nearly every kind. */
  @AfterAll
  static void stop_when_every_message_was_one_that_the_last_release_reads() {
    Map<String, List<String>> topics = new TreeMap<>();
    for (String topic : Records.topics(stack.local.kafka())) {
      topics.put(topic, Records.all(stack.local.kafka(), topic));
    }
    stack.close();
    stub.close();
    assertThat(topics.get(Topics.REPLIES)).isNotEmpty();
    // The values of dead letters are those of other records.
    topics.remove(Topics.DEAD_LETTERS);
    topics.forEach(
        (topic, messages) ->
            assertThat(messages)
                .flatMap(message -> LastRelease.problems(Wire.onTopic(topic), message))
                .isEmpty());
  }

  /** Its sheets cannot be read. */
  private static ModelStub.Behaviour mumbles(ModelStub.Behaviour otherwise) {
    ModelStub.Behaviour mumble = ModelStub.says("CANARY-OF-AN-ANSWER, hm.");
    return (exchange, request) -> (request.isQuiz() ? mumble : otherwise).answer(exchange, request);
  }

  private static List<Concept> concepts(int number) {
    return IntStream.range(0, number).mapToObj(i -> concept("concept-" + i)).toList();
  }

  /** Two items of each level and of none. */
  private static Concept concept(String id) {
    return new Concept(
        id,
        "story",
        "CANARY-OF-THE-TITLE",
        "CANARY-OF-THE-CONTEXT of " + id,
        null,
        Stream.of(Level.EASY, Level.MEDIUM, Level.HARD, null)
            .flatMap(level -> Stream.of(item(level, 1), item(level, 2)))
            .toList(),
        null,
        null,
        Map.of());
  }

  private static Concept.QuizItem item(Level level, int number) {
    return new Concept.QuizItem(
        level + "-" + number,
        level,
        "CANARY-OF-A-QUESTION %s %d?".formatted(level, number),
        List.of("CANARY-OF-THE-KEY", "CANARY-B", "CANARY-C"),
        0,
        Map.of());
  }

  private static Map<String, String> settings(String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "conditions", "[dynamic]", "turns", "2", "teachers", "[master]", "fresh", "true"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static String submit(String name, String students, Map<String, String> settings) {
    return stack.api.submit(Stack.study(name, students, settings), concepts(CONCEPTS));
  }

  @Test
  void what_a_study_did_can_be_told_from_its_events_alone() {
    int before = Told.by(stack).repeated();
    String study =
        submit(
            "told",
            "pupil, mumbler",
            settings(
                "conditions", "[closed-book, static-lesson, dynamic, full-context]",
                "lesson_authors", "[master]",
                "strategies", "[plain, outcome]",
                "asking", "{candidates: 2}",
                "draws", "{dialogue: 2}",
                "retest", "0.5",
                "forks", "[{kind: self-borrowed}]",
                "budget", "{usd: 1000}"));
    stack.api.awaitFinished(study);

    Told told = Told.by(stack);
    assertToldAsRecorded(told, study);
    assertThat(told.repeated()).as("nothing comes twice without a reason").isEqualTo(before);
    Fact cap = new Fact.BudgetChanged(study, null, new BigDecimal("1000"), null, null);
    assertThat(told.facts().filter(cap::equals)).hasSize(1);
  }

  /** Rebuilds what is known of a study from its events, and compares. */
  private static void assertToldAsRecorded(Told told, String study) {
    JsonNode status = stack.api.status(study);
    assertThat(told.of(study, Fact.StudyPlanned.class))
        .containsExactly(
            new Fact.StudyPlanned(
                study,
                status.path("name").asText(),
                "study",
                "tester",
                status.at("/dialogues/total").asLong(),
                status.at("/calls/planned").asLong()));
    assertThat(told.of(study).getFirst()).isInstanceOf(Fact.StudyPlanned.class);
    assertThat(told.of(study, Fact.StudyStarted.class)).hasSize(1);
    assertThat(told.of(study, Fact.StudyFinished.class).getLast())
        .isEqualTo(
            new Fact.StudyFinished(
                study,
                status.at("/dialogues/finished").asLong(),
                status.at("/dialogues/failed").asLong()));
    assertDialogues(told, study);
    assertTurns(told, study);
    assertMarks(told, study);
    assertTrials(told, study);
    assertSpending(told, study);
    assertThat(told.messages()).noneMatch(m -> m.contains("CANARY") || m.contains("What I have"));
  }

  private static void assertDialogues(Told told, String study) {
    Map<String, String> stages = new TreeMap<>();
    Map<String, List<String>> started = new TreeMap<>();
    for (Fact fact : told.of(study)) {
      if (fact instanceof Fact.DialogueStarted begun) {
        assertThat(
                started.put(
                    begun.dialogue(), List.of(begun.arm(), begun.concept(), begun.domain())))
            .as("it starts once")
            .isNull();
        stages.put(begun.dialogue(), "RUNNING");
      } else if (fact instanceof Fact.DialogueTakenUp again) {
        assertThat(stages.remove(again.dialogue())).isEqualTo("FAILED");
      } else if (fact instanceof Fact.DialogueFinished done) {
        assertThat(stages.put(done.dialogue(), "FINISHED")).isNotEqualTo("FINISHED");
      } else if (fact instanceof Fact.DialogueFailed failed) {
        assertThat(stages.put(failed.dialogue(), "FAILED")).isNotEqualTo("FAILED");
      }
    }
    assertThat(stages).isEqualTo(column("id", "stage", study));
    Map<String, List<String>> rows = new TreeMap<>();
    stack
        .tables
        .rows("select id, arm, concept_id, domain from dialogue where study = ?", study)
        .forEach(row -> rows.put(row.getFirst(), row.subList(1, 4)));
    assertThat(rows).containsAllEntriesOf(started);
  }

  private static Map<String, String> column(String key, String value, String study) {
    return stack
        .tables
        .rows("select %s, %s from dialogue where study = ?".formatted(key, value), study)
        .stream()
        .collect(Collectors.toMap(List::getFirst, List::getLast, (a, b) -> a, TreeMap::new));
  }

  private static void assertTurns(Told told, String study) {
    Map<String, Long> turns =
        told.of(study, Fact.DialogueFinished.class).stream()
            .collect(
                Collectors.toMap(Fact.DialogueFinished::dialogue, done -> (long) done.turns()));
    Map<String, Long> rows =
        stack
            .tables
            .rows(
                """
                select d.id, count(t.number) from dialogue d left join turn t on t.dialogue = d.id
                where d.study = ? and d.stage = 'FINISHED' group by d.id
                """,
                study)
            .stream()
            .collect(Collectors.toMap(List::getFirst, row -> Long.valueOf(row.getLast())));
    assertThat(turns).isEqualTo(rows);
    assertSteps(told.of(study, Fact.QuestionAsked.class), "ASK", study);
    assertSteps(told.of(study, Fact.QuestionAnswered.class), "ANSWER", study);
    assertSteps(told.of(study, Fact.LessonGiven.class), "LESSON", study);
  }

  /** Each was told once: what was rolled back and done again would be there twice. */
  private static void assertSteps(List<? extends Fact> facts, String kind, String study) {
    assertThat(facts)
        .doesNotHaveDuplicates()
        .hasSize(
            (int)
                stack.tables.count(
                    """
                    select count(*) from step
                    where study = ? and kind = ? and not open and not abandoned
                    """,
                    study,
                    kind));
  }

  /** Where the same sheet was told twice, its first event alone must not do. */
  private static void assertMarks(Told told, String study) {
    Map<String, Marks> levels = new TreeMap<>();
    Set<List<Object>> sheets = new HashSet<>();
    for (Fact.QuizGraded sheet : told.of(study, Fact.QuizGraded.class)) {
      assertThat(
              sheets.add(
                  List.of(
                      sheet.dialogue(),
                      sheet.kind(),
                      sheet.turn(),
                      sheet.candidate(),
                      sheet.part(),
                      sheet.sample())))
          .as("a sheet is marked for good once")
          .isTrue();
      if (sheet.kind().equals("sit")) {
        sheet.levels().forEach((level, marks) -> levels.merge(level, marks, Marks::plus));
      }
    }
    assertThat(levels).isEqualTo(answers(study));
  }

  private static Map<String, Marks> answers(String study) {
    Map<String, Marks> levels = new TreeMap<>();
    for (String line : stack.api.answers(study).lines().toList()) {
      JsonNode answer = Api.json(line);
      levels.merge(
          answer.path("level").isTextual() ? answer.path("level").asText() : Marks.NO_LEVEL,
          new Marks(
              1,
              answer.path("correct").asBoolean() ? 1 : 0,
              answer.path("parsed").asBoolean() ? 0 : 1),
          Marks::plus);
    }
    return levels;
  }

  private static void assertTrials(Told told, String study) {
    Map<List<Object>, Marks> trials = new HashMap<>();
    told.of(study, Fact.QuizGraded.class).stream()
        .filter(sheet -> sheet.kind().equals("trial"))
        .forEach(
            sheet ->
                trials.merge(
                    List.of(sheet.dialogue(), sheet.turn(), sheet.candidate()),
                    Marks.sum(sheet.levels().values()),
                    Marks::plus));
    Map<List<Object>, Long> right = new HashMap<>();
    trials.forEach((candidate, marks) -> right.put(candidate, (long) marks.right()));
    Map<List<Object>, Long> rows = new HashMap<>();
    stack
        .tables
        .rows(
            """
            select c.dialogue, c.turn, c.number, c.right_items
            from candidate c join dialogue d on d.id = c.dialogue where d.study = ?
            """,
            study)
        .forEach(
            row ->
                rows.put(
                    List.of(row.get(0), Integer.valueOf(row.get(1)), Integer.valueOf(row.get(2))),
                    Long.valueOf(row.get(3))));
    assertThat(right).isEqualTo(rows);
  }

  private static void assertSpending(Told told, String study) {
    Fact.BudgetSettled last = told.of(study, Fact.BudgetSettled.class).getLast();
    List<String> account =
        stack
            .tables
            .rows(
                """
                select spent_nanos, spent_tokens, spent_calls, input_tokens, output_tokens
                from account where id = 'study/' || ?
                """,
                study)
            .getFirst();
    assertThat(last.spent().usd())
        .isEqualByComparingTo(new BigDecimal(account.getFirst()).movePointLeft(9));
    assertThat(
            List.of(
                last.spent().tokens(),
                last.spent().calls(),
                last.inputTokens(),
                last.outputTokens()))
        .extracting(String::valueOf)
        .isEqualTo(account.subList(1, 5));
    assertThat(last.reserved().calls()).isZero();
    JsonNode spent = stack.api.status(study).at("/budget/spent");
    assertThat(spent.path("usd").asDouble()).isEqualTo(last.spent().usd().doubleValue());
    assertThat(
            told.of(study, Fact.BudgetReserved.class).stream()
                .mapToLong(reserved -> reserved.added().calls())
                .sum())
        .isEqualTo(stack.tables.count("select count(*) from attempt where study = ?", study));
  }

  @Test
  void failures_and_what_becomes_of_them_are_told() {
    String study =
        submit(
            "failing",
            "refusing",
            settings("draws", "{dialogue: 2}", "forks", "[{kind: self-borrowed}]"));
    JsonNode status = stack.api.awaitFinished(study);
    Told first = Told.by(stack);
    int failed = status.at("/dialogues/failed").asInt();
    assertThat(failed).isPositive();
    assertThat(first.of(study, Fact.DialogueFailed.class)).hasSize(failed);
    assertThat(first.of(study, Fact.CallFailed.class)).isNotEmpty();
    assertDialogues(first, study);

    stack.api.retry(study);
    stack.api.awaitFinished(study);

    Told then = Told.by(stack);
    assertThat(then.of(study, Fact.StudyResumed.class)).hasSize(1);
    assertThat(then.of(study, Fact.DialogueTakenUp.class)).hasSizeGreaterThanOrEqualTo(failed);
    assertThat(then.of(study, Fact.StudyFinished.class)).hasSize(2);
    assertToldAsRecorded(then, study);
  }

  @Test
  void calls_that_are_made_again_are_told_with_their_cause() {
    String shaky = submit("shaky", "shaky", settings());
    String limited = submit("limited", "limited", settings());
    stack.api.awaitFinished(shaky);
    stack.api.awaitFinished(limited);

    Told told = Told.by(stack);
    assertThat(told.of(shaky, Fact.CallRetried.class))
        .hasSize(3)
        .allMatch(retried -> retried.cause().equals("transient") && retried.model().equals("shaky"))
        .allMatch(retried -> retried.waitMillis() > 0);
    assertThat(told.of(limited, Fact.CallRetried.class))
        .hasSize(2)
        .allMatch(retried -> retried.cause().equals("rate-limited"));
    assertToldAsRecorded(told, shaky);
    assertToldAsRecorded(told, limited);
  }

  @Test
  void what_is_asked_for_is_told_once_however_often_it_is_asked() {
    stub.ration("pupil").hold();
    String study = submit("controlled", "pupil", settings());
    for (String wish : List.of("pause", "pause", "resume", "resume", "cancel", "cancel")) {
      stack.api.control(study, wish);
    }
    for (String caps : List.of("{\"calls\":7}", "{\"calls\":7}", "{}")) {
      stack.api.budget(study, caps);
    }
    for (int time = 0; time < 2; time++) {
      stack.api.put("/api/models/shaky/limits", "{\"concurrency\":3}");
    }
    stack.api.delete("/api/models/shaky/limits");
    stub.liftAll();

    Told told = Told.by(stack);
    assertThat(told.of(study).stream().filter(fact -> !(fact instanceof Fact.BudgetReserved)))
        .filteredOn(fact -> fact.getClass().getSimpleName().startsWith("Study"))
        .filteredOn(fact -> !(fact instanceof Fact.StudyPlanned))
        .filteredOn(fact -> !(fact instanceof Fact.StudyStarted))
        .containsExactly(
            new Fact.StudyPaused(study, false),
            new Fact.StudyResumed(study),
            new Fact.StudyCancelled(study));
    assertThat(told.facts().filter(new Fact.BudgetChanged(study, null, null, null, 7L)::equals))
        .hasSize(1);
    assertThat(told.facts().filter(new Fact.BudgetChanged(study, null, null, null, null)::equals))
        .hasSize(1);
    assertThat(told.facts().filter(Fact.LimitChanged.class::isInstance))
        .extracting(fact -> ((Fact.LimitChanged) fact).concurrency())
        .first()
        .isEqualTo(3);
    assertThat(told.facts().filter(Fact.LimitChanged.class::isInstance)).hasSize(2);
  }

  @Test
  void a_cap_that_is_reached_is_told() {
    String study = submit("capped", "pupil", settings("budget", "{calls: 5}"));
    stack.api.awaitCapped(study);

    Told told = Told.by(stack);
    assertThat(told.of(study, Fact.BudgetReached.class))
        .containsExactly(new Fact.BudgetReached(study, "study"));
    assertThat(told.of(study, Fact.StudyPaused.class))
        .containsExactly(new Fact.StudyPaused(study, true));
    assertSpending(told, study);
  }

  @Test
  void a_preparation_tells_of_its_concepts() {
    String recipe =
        """
        name: prepared
        author: stubborn
        fresh: true
        rounds: 8
        gates:
          closed_book: {models: [filter], tries: 2}
          with_context: {models: [reader], tries: 2}
          judge: author
        """;
    String id = stack.api.prepare(recipe, Examiner.chronicles(2));
    stack.api.awaitFinished(id);
    stack.api.retry(id);
    stack.api.awaitFinished(id);

    Told told = Told.by(stack);
    assertThat(told.of(id, Fact.StudyPlanned.class).getFirst().kind()).isEqualTo("preparation");
    assertThat(told.of(id, Fact.ConceptStarted.class)).hasSize(2).doesNotHaveDuplicates();
    assertThat(told.of(id, Fact.ConceptFailed.class)).hasSize(1);
    assertThat(told.of(id, Fact.ConceptTakenUp.class)).hasSize(1);
    assertThat(told.of(id, Fact.ConceptPrepared.class)).hasSize(2).doesNotHaveDuplicates();
    assertThat(told.of(id, Fact.StudyFinished.class))
        .containsExactly(new Fact.StudyFinished(id, 1, 1), new Fact.StudyFinished(id, 2, 0));
    assertSpending(told, id);
  }

  @Test
  void checks_of_what_is_recorded_tell_nothing() {
    String study = submit("checked", "pupil", settings("conditions", "[static-lesson, dynamic]"));
    stack.api.awaitFinished(study);
    int before = Told.by(stack).messages().size();

    assertThat(stack.api.check(study, "replay").path("state").asText()).isEqualTo("done");
    assertThat(stack.api.check(study, "regrade").path("state").asText()).isEqualTo("done");

    assertThat(Told.by(stack).messages()).hasSize(before);
  }

  @Test
  void what_was_published_and_not_deleted_comes_again_with_the_same_ids() throws SQLException {
    execute("create rule kept as on delete to outbox do instead nothing");
    String study = submit("kept", "pupil", settings());
    stack.api.awaitFinished(study);
    long stored = stack.count("select count(*) from outbox");
    assertThat(stored).isPositive();
    awaitHeard(new Fact.StudyFinished(study, CONCEPTS, 0));
    awaitFigureOfOutbox();

    ChildProcess orchestrator = stack.local.process(Role.ORCHESTRATOR);
    orchestrator.kill();
    execute("drop rule kept on outbox");
    orchestrator.restart();

    Told told = Told.by(stack);
    assertThat(told.repeated()).isGreaterThanOrEqualTo((int) stored);
    assertToldAsRecorded(told, study);
  }

  private static void awaitFigureOfOutbox() {
    await()
        .atMost(CEILING)
        .untilAsserted(
            () -> {
              long rows = stack.count("select count(*) from outbox");
              assertThat(stack.api.request("/q/metrics", Map.of("Accept", "text/plain")).body())
                  .contains("\ninteract_outbox_rows %d.0\n".formatted(rows));
              assertThat(stack.api.read("/api/machine").path("outbox").asLong()).isEqualTo(rows);
            });
  }

  private static void awaitHeard(Fact fact) {
    await().atMost(CEILING).until(() -> Told.now(stack).facts().anyMatch(fact::equals));
  }

  private static void execute(String sql) throws SQLException {
    Database database = stack.local.database();
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      connection.createStatement().execute(sql);
    }
  }

  @Test
  void no_event_is_lost_and_none_told_of_what_did_not_happen_whatever_is_killed() {
    stub.ration().hold();
    try (Trial trial =
        new Trial(
            stack,
            stub,
            Stack.study(
                "killed",
                "slow",
                settings(
                    "teachers", "[slow]", "turns", "4", "conditions", "[dynamic, static-lesson]")),
            concepts(6))) {
      Kills kills = new Kills(trial, SEED);

      kills.run(
          List.of(Role.ORCHESTRATOR, Role.BROKER, Role.POSTGRES),
          6,
          Duration.ofSeconds(6),
          () -> {});

      stub.liftAll();
      trial.assertClean(kills);
      Told told = Told.by(stack);
      assertToldAsRecorded(told, trial.study);
      System.out.printf(
          "%d events, %d of them repeated%n", told.messages().size(), told.repeated());
    }
  }
}
