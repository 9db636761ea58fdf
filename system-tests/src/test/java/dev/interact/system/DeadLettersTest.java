package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that nobody can read are put where they can be seen, and hold up nothing. */
class DeadLettersTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final String GARBAGE = "{\"kind\":\"garbage ü\"";

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static Cli cli;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack = Stack.withModels(data, stub.model("steady", stub.answers(Duration.ofMillis(100))));
    cli = new Cli(data.resolve("cli"));
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.local.kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
    cli.killAll();
    stack.close();
    stub.close();
  }

  private static Cli.Ended deadLetters(String... arguments) {
    return cli.run(
        Stream.of(
                Stream.of("dead-letters"),
                Stream.of(arguments),
                Stream.of("--url", stack.local.orchestrator().toString()))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private static List<JsonNode> of(String topic, JsonNode letters) {
    return StreamSupport.stream(letters.spliterator(), false)
        .filter(letter -> letter.path("topic").asText().equals(topic))
        .toList();
  }

  private static List<JsonNode> awaitListed(String topic, int number) {
    await().atMost(CEILING).until(() -> of(topic, stack.api.deadLetters()).size() >= number);
    List<JsonNode> listed = of(topic, Api.json(deadLetters("list", "--json").out()));
    assertThat(listed).hasSize(number);
    return listed;
  }

  /** Puts a record in front of every partition of a topic. */
  private static int poison(String topic, byte[] value) {
    int partitions = producer.partitionsFor(topic).size();
    for (int partition = 0; partition < partitions; partition++) {
      try {
        producer.send(new ProducerRecord<>(topic, partition, new byte[] {7}, value)).get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return partitions;
  }

  private static String submit(String name) {
    return stack.api.submit(
        Stack.study(
            name, "steady", Map.of("conditions", "[dynamic]", "turns", "2", "fresh", "true")),
        Concepts.some(4));
  }

  private static void assertThatAllSucceeds(String study) {
    assertThat(stack.api.awaitFinished(study).path("dialogues").path("finished").asInt())
        .isEqualTo(4);
  }

  @Test
  void replies_that_cannot_be_read_are_listed_shown_sent_again_and_dropped() {
    String study = submit("poisoned-replies");
    stack.api.awaitAnswered(study, 1);
    int number = poison(Topics.REPLIES, GARBAGE.getBytes(StandardCharsets.UTF_8));
    List<JsonNode> letters = awaitListed(Topics.REPLIES, number);
    assertThatAllSucceeds(study);
    JsonNode letter = letters.getFirst();
    String id = letter.path("id").asText();
    assertThat(id)
        .isEqualTo(
            "%s-%s@%s"
                .formatted(
                    Topics.REPLIES,
                    letter.path("partition").asText(),
                    letter.path("offset").asText()));
    assertThat(letter.path("size").asInt()).isEqualTo(GARBAGE.length() + 1);
    assertThat(letter.path("reader").asText()).isEqualTo("orchestrator");
    assertThat(letter.path("reason").asText()).isNotBlank().doesNotContain("garbage");
    assertThat(deadLetters("show", id).out()).endsWith("\n" + GARBAGE + "\n");

    assertThat(deadLetters("resend", id).out()).startsWith("1 sent again.");
    awaitListed(Topics.REPLIES, number + 1);
    Cli.Ended twice = deadLetters("resend", id);
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).startsWith("Dead letter " + id + " was sent again at ");
    deadLetters("resend", id, "--again");
    awaitListed(Topics.REPLIES, number + 2);

    assertThat(deadLetters("drop", id).exitCode()).isZero();
    assertThat(deadLetters("drop", id).err()).isEqualTo("There is no dead letter " + id + ".\n");
    awaitListed(Topics.REPLIES, number + 1);

    deadLetters("resend", "--all");
    awaitListed(Topics.REPLIES, 2 * (number + 1));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void requests_that_cannot_be_read_are_listed_and_dropped(Role role) {
    String topic = Topics.requests(role, Topics.DEFAULT_POOL);
    String study = submit("poisoned-" + role.label());
    stack.api.awaitAnswered(study, 1);
    int number = poison(topic, new byte[] {(byte) 0xff, 0});
    JsonNode letter = awaitListed(topic, number).getFirst();

    assertThatAllSucceeds(study);
    assertThat(deadLetters("show", letter.path("id").asText()).out())
        .endsWith("\nIn base64: /wA=\n");
    deadLetters("drop", letter.path("id").asText());
    awaitListed(topic, number - 1);
  }

  @Test
  void a_record_without_content_or_headers_is_a_dead_letter_too() {
    poison(Topics.DEAD_LETTERS, null);
    JsonNode letter = awaitListed(Topics.DEAD_LETTERS, 1).getFirst();

    assertThat(letter.path("reason").asText()).isEqualTo("It says not why it is a dead letter.");
    assertThat(deadLetters("show", letter.path("id").asText()).out())
        .endsWith("\nIt has no content.\n");
  }
}
