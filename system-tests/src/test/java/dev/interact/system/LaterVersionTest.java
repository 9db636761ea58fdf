package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.local.postgres.Database;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services beside a later version, or after it: they work on its tables, and what they do not know
 * of its messages stops nothing.
 */
class LaterVersionTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int CONCEPTS = 4;

  /** What a release may add: to each table columns, beside them tables. */
  private static final String MIGRATION =
      """
      do $$ declare old text; begin
        for old in select tablename from pg_tables
            where schemaname = 'public' and tablename <> 'flyway_schema_history' loop
          execute format('alter table %I add column later text', old);
          execute format('alter table %I add column later_number int not null default 3', old);
        end loop;
      end $$;
      create table later (id text primary key, call text references call);
      insert into flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by,
           execution_time, success)
        select max(installed_rank) + 1, '1000', 'later', 'SQL', 'V1000__later.sql', 1, 'later', 1,
          true
        from flyway_schema_history;
      """;

  private static final String UNDER_WAY =
      "select count(*) from call where status in ('SENT', 'ANSWERED')";

  private static final String FACTS =
      """
      [{"type":"dev.interact.study.archived","study":"later","shelf":{"number":3}},
       {"type":"dev.interact.study.resumed","study":"later"}]
      """;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack = Stack.withModels(data, stub.model("steady", stub.answers(Duration.ZERO)));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String yaml(String name) {
    return Stack.study(
        name,
        "steady",
        Map.of(
            "conditions", "[dynamic, static-lesson, full-context]",
            "turns", "2",
            "lesson_authors", "[steady]",
            "fresh", "true"));
  }

  private static Trial trial(String name) {
    return new Trial(stack, stub, yaml(name), Concepts.some(CONCEPTS));
  }

  @Test
  void an_orchestrator_does_its_work_on_tables_of_a_later_version_and_tells_its_facts()
      throws SQLException {
    ChildProcess orchestrator = stack.local.process(dev.interact.local.Role.ORCHESTRATOR);
    orchestrator.stop();
    Database found = stack.local.database();
    try (Connection database =
        DriverManager.getConnection(found.jdbcUrl(), found.user(), found.password())) {
      database.createStatement().execute(MIGRATION);
      database
          .createStatement()
          .execute("insert into outbox (time, facts) values (now(), '" + FACTS + "')");
    }
    orchestrator.start();

    trial("rolled-back").assertClean();

    await().atMost(CEILING).until(() -> stack.count("select count(*) from outbox") == 0);
    List<String> events = Records.all(stack.local.kafka(), "interact\\.events");
    assertThat(events)
        .filteredOn(event -> event.contains("\"subject\":\"later\""))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"data\":{\"study\":\"later\",\"shelf\":{\"number\":3}}")
        .contains("\"type\":\"dev.interact.study.archived\"");
  }

  @Test
  void a_study_that_only_a_later_version_can_read_is_paused_and_stops_no_other() {
    stub.ration().hold();
    String later = stack.api.submit(yaml("later"), Concepts.some(CONCEPTS));
    await().atMost(CEILING).until(() -> stack.count(UNDER_WAY) > 0);
    stack.api.pause(later);
    stub.liftAll();
    await().atMost(CEILING).until(() -> stack.count(UNDER_WAY) == 0);
    say(later, "RUNNING", "jsonb_set(SAID, '{study,later}', '7')");

    await()
        .atMost(CEILING)
        .untilAsserted(
            () ->
                assertThat(stack.api.status(later).path("reason").asText())
                    .startsWith("It says what only a later version of Interact can read"));
    trial("beside-unreadable").assertClean();
    assertThat(stack.api.request("/api/studies", Map.of()).body())
        .contains("\"later\"", "\"beside-unreadable\"");

    say(later, "PAUSED", "SAID #- '{study,later}'");
    stack.api.resume(later);
    JsonNode over = stack.api.awaitFinished(later);
    assertThat(over.at("/dialogues/failed").asInt()).isZero();
  }

  /** Changes the file and the state of a study while no orchestrator is there. */
  private static void say(String study, String state, String said) {
    ChildProcess orchestrator = stack.local.process(dev.interact.local.Role.ORCHESTRATOR);
    orchestrator.stop();
    stack.change(
        "update study set state = '%s', submission = convert_to((%s)::text, 'UTF8') where id = '%s'"
            .formatted(
                state, said.replace("SAID", "convert_from(submission, 'UTF8')::jsonb"), study));
    orchestrator.start();
  }

  @Test
  void messages_of_kinds_that_a_later_version_sends_hold_up_nothing() {
    Set<String> topics = new TreeSet<>(List.of(Topics.REPLIES));
    for (Role role : List.of(Role.TEACHER, Role.STUDENT)) {
      topics.add(Topics.requests(role, Topics.DEFAULT_POOL));
    }
    topics.forEach(topic -> send(topic, "{\"kind\":\"later\",\"attempt\":\"a\",\"head\":{}}"));
    send(Topics.PRESENCE, "{\"kind\":\"later\",\"incarnation\":\"i\"}");
    send(
        Topics.PRESENCE,
        """
        {"kind":"worker","incarnation":"later-1","role":"LATER","pool":"default","slots":1,
         "attempts":[],"partitions":[],"usable":[],"unusable":{},"stopping":false}
        """);
    send(Topics.EVENTS, "{\"type\":\"dev.interact.later\",\"data\":{\"study\":\"s\"}}");
    await()
        .atMost(CEILING)
        .untilAsserted(
            () ->
                assertThat(stack.api.deadLetters().findValuesAsText("topic")).containsAll(topics));

    trial("beside-later").assertClean();

    assertThat(stack.api.workers().findValuesAsText("incarnation")).doesNotContain("later-1");
    JsonNode letters = stack.api.deadLetters();
    assertThat(new TreeSet<>(letters.findValuesAsText("topic"))).isEqualTo(topics);
  }

  private static void send(String topic, String message) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.local.kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = message.getBytes(StandardCharsets.UTF_8);
      for (int partition = 0; partition < producer.partitionsFor(topic).size(); partition++) {
        producer.send(new ProducerRecord<>(topic, partition, null, value)).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
