package dev.interact.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is still there after a crash. */
class DurabilityTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path data;
  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.start(StubCheckout.infrastructure(data), line -> {});
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void aMessageSurvivesTheBroker() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
      admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<String, String>(
            client(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("letters", "dear reader")).get();
    }
    var address = stack.kafka();

    stack.process(Role.BROKER).kill();
    stack.process(Role.BROKER).restart();

    assertThat(stack.kafka()).isEqualTo(address);
    try (var consumer =
        new KafkaConsumer<String, String>(
            client(), new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition("letters", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(consumer.poll(Duration.ofMillis(200)))
                      .extracting(letter -> letter.value())
                      .containsExactly("dear reader"));
    }
  }

  @Test
  void aRowSurvivesTheDatabase() throws SQLException {
    query("CREATE TABLE letters AS SELECT 'dear reader' AS text");

    stack.process(Role.POSTGRES).kill();
    stack.process(Role.POSTGRES).restart();

    assertThat(query("SELECT text FROM letters")).isEqualTo("dear reader");
  }

  @Test
  void theDatabaseIsAsDurableAsInProduction() throws SQLException {
    assertThat(query("SHOW fsync")).isEqualTo("on");
    assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
    assertThat(query("SHOW full_page_writes")).isEqualTo("on");
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", stack.kafka());
  }

  private static String query(String sql) throws SQLException {
    var database = stack.database();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      var rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
