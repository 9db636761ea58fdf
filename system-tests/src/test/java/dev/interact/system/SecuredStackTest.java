package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.helm.Chart;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/**
 * What the chart tells the services of a broker and a database that are guarded by TLS, users and
 * rights: with it they run a study, and each is refused what is not its own.
 */
class SecuredStackTest {
  /** SQL's word for a right that is missing. */
  private static final String NOT_ALLOWED = "42501";

  private static final int CLOSED = -1;

  /** The first byte of TLS' word for a client that it does not understand. */
  private static final int ALERT = 21;

  private static final String MADE =
      """
      create table later (id bigint generated always as identity, number bigint);
      create sequence later_seq;
      """;
  private static final String ALLOWED =
      """
      insert into later (number) values (nextval('later_seq'));
      update later set number = number + 1;
      select number from later for update;
      delete from later;
      """;

  @TempDir static Path folder;
  private static ModelStub stub;
  private static SecuredStack stack;

  @BeforeAll
  static void start() throws Exception {
    stub = new ModelStub();
    stack = new SecuredStack(folder, "models:\n" + stub.model("stub", stub.answers(Duration.ZERO)));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String requests(Role role) {
    return Topics.requests(role, Topics.DEFAULT_POOL);
  }

  private static void read(String user, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            stack.kafka(user), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition first = new TopicPartition(topic, 0);
      consumer.assign(List.of(first));
      consumer.seekToBeginning(List.of(first));
      consumer.position(first);
      consumer.poll(Duration.ofSeconds(1));
    }
  }

  private static void write(String user, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            stack.kafka(user), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, new byte[] {'{', '}'})).get();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  @Test
  void a_study_is_run() {
    String study =
        stack.api.submit(
            Stack.study(
                "guarded",
                "stub",
                Map.of("conditions", "[dynamic, static-lesson, full-context]", "turns", "2")),
            Concepts.some(3));
    JsonNode ended = stack.api.awaitFinished(study);

    assertThat(ended.at("/dialogues/failed").asInt(-1)).isZero();
    assertThat(stack.api.request("/api/machine", Map.of()).body()).contains(requests(Role.TEACHER));
  }

  @Test
  void a_worker_reads_the_requests_of_its_role_and_nothing_else() {
    for (Role role : Role.values()) {
      String user = role.label();
      read(user, requests(role));
      Stream<String> others =
          Stream.of(Role.values()).filter(other -> other != role).map(SecuredStackTest::requests);
      Stream.concat(
              others,
              Stream.of(Topics.REPLIES, Topics.EVENTS, Topics.DEAD_LETTERS, Topics.PRESENCE))
          .forEach(
              topic ->
                  assertThatThrownBy(() -> read(user, topic))
                      .as("%s reads %s", user, topic)
                      .isInstanceOf(AuthorizationException.class));
    }
  }

  @Test
  void a_worker_writes_no_requests_and_no_events() {
    for (Role role : Role.values()) {
      String user = role.label();
      Stream.concat(
              Stream.of(Role.values()).map(SecuredStackTest::requests), Stream.of(Topics.EVENTS))
          .forEach(
              topic ->
                  assertThatThrownBy(() -> write(user, topic))
                      .as("%s writes %s", user, topic)
                      .isInstanceOf(AuthorizationException.class));
    }
  }

  @Test
  void the_broker_lets_nobody_in_with_a_wrong_password() {
    assertThatThrownBy(
            () -> listTopics("sasl.jaas.config", SecuredBroker.login("student", "of-another")))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void a_client_that_trusts_another_authority_does_not_take_the_broker_for_its_own() {
    assertThatThrownBy(() -> listTopics("ssl.truststore.location", another().toString()))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void a_client_does_not_take_the_broker_for_a_host_that_its_certificate_does_not_name() {
    String elsewhere = stack.local.kafka().replace(SecuredStack.HOST, "localhost");

    assertThatThrownBy(() -> listTopics("bootstrap.servers", elsewhere))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  private static void listTopics(String changed, String to) throws Exception {
    Map<String, Object> settings = stack.kafka("student");
    assertThat(settings).containsKey(changed);
    settings.put(changed, to);
    try (Admin admin = Admin.create(settings)) {
      admin.listTopics().names().get();
    }
  }

  /** The certificate of an authority that has certified nobody here. */
  private static Path another() throws IOException {
    return Files.writeString(folder.resolve("another.crt"), new Authority("other").certificate());
  }

  @Test
  void the_broker_answers_no_client_that_speaks_without_tls() throws IOException {
    String[] address = stack.local.kafka().split(":");
    try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      socket.getOutputStream().write(request(ApiKeys.API_VERSIONS));

      assertThat(socket.getInputStream().read()).isIn(CLOSED, ALERT);
    }
  }

  /** A request of Kafka's first version of it, without a client's name. */
  private static byte[] request(ApiKeys key) {
    int correlation = 1;
    short noClient = -1;
    return ByteBuffer.allocate(14)
        .putInt(10)
        .putShort(key.id)
        .putShort((short) 0)
        .putInt(correlation)
        .putShort(noClient)
        .array();
  }

  @Test
  void the_database_is_served_without_the_rights_of_its_owner() throws SQLException {
    assertThat(
            stack.database.query(
                "select distinct usename from pg_stat_activity"
                    + " where datname = 'interact' and usename <> current_user"))
        .containsExactly(SecuredDatabase.SERVICE);
    assertThat(
            stack.database.query(
                "select distinct tableowner from pg_tables where schemaname = 'public'"))
        .containsExactly(SecuredDatabase.OWNER);
  }

  @Test
  void the_database_lets_in_nobody_without_tls() {
    String open = stack.database.url(SecuredDatabase.NAME) + "?sslmode=disable";

    assertThatThrownBy(() -> connect(open, SecuredDatabase.SERVICE))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("no encryption");
  }

  @Test
  void a_client_that_trusts_another_authority_does_not_take_the_database_for_its_own()
      throws IOException {
    String distrusting = stack.database().replaceFirst("(sslrootcert=)[^&]+", "$1" + another());

    assertThatThrownBy(() -> connect(distrusting, SecuredDatabase.SERVICE))
        .hasCauseInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void a_client_does_not_take_the_database_for_a_host_that_its_certificate_does_not_name() {
    String elsewhere = stack.database().replace(SecuredStack.HOST, "localhost");

    assertThatThrownBy(() -> connect(elsewhere, SecuredDatabase.SERVICE))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("localhost");
  }

  private static void connect(String url, String role) throws SQLException {
    stack.database.connect(url, role).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table more (id int)",
        "create temporary table more (id int)",
        "create schema more",
        "create role more",
        "create function more() returns int language sql as 'select 1'",
        "alter table call add column more int",
        "alter table call owner to interact_service",
        "create index more on call (kind)",
        "drop table call",
        "truncate call",
        "select setval('step_seq', 1)",
        "set role interact_owner",
        "alter default privileges for role interact_owner grant all on tables to interact",
        "select * from pg_authid",
        "select pg_read_file('postgresql.conf')",
        "copy call to program 'cat'",
      })
  void the_service_may_not(String statement) throws SQLException {
    try (Connection service = stack.database.connect(stack.database(), SecuredDatabase.SERVICE)) {
      refuses(service, statement);
    }
  }

  private static void refuses(Connection connection, String statement) {
    assertThatThrownBy(() -> SecuredDatabase.execute(connection, statement))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class,
            refusal -> assertThat(refusal.getSQLState()).isEqualTo(NOT_ALLOWED));
  }

  @Test
  void the_service_may_read_and_write_what_a_later_release_adds() throws SQLException {
    String url = stack.database();
    try (Connection owner = stack.database.connect(url, SecuredDatabase.OWNER);
        Connection service = stack.database.connect(url, SecuredDatabase.SERVICE)) {
      SecuredDatabase.execute(owner, MADE);

      worksWithWhatWasMade(service);
    }
  }

  @Test
  void a_database_that_was_there_before_its_second_role_is_served_so_too() throws SQLException {
    stack.database.administer("postgres", "create database earlier owner interact_owner");
    String url = stack.database.url("earlier");
    try (Connection owner = stack.database.connect(url, SecuredDatabase.OWNER);
        Connection service = stack.database.connect(url, SecuredDatabase.SERVICE)) {
      SecuredDatabase.execute(owner, MADE);
      stack.database.grant("earlier");
      stack.database.grant("earlier");

      worksWithWhatWasMade(service);
    }
  }

  @Test
  void a_database_that_an_operator_makes_is_served_so_too() throws SQLException {
    JsonNode cluster = Chart.ofKind(Chart.render("values-small.yaml"), "Cluster").getFirst();
    JsonNode statements = cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL");
    stack.database.administer("postgres", "create database operated owner interact_owner");
    String url = stack.database.url("operated");
    for (JsonNode statement : statements) {
      if (!statement.asText().startsWith("create role")) {
        stack.database.administer("operated", statement.asText());
      }
    }
    try (Connection owner = stack.database.connect(url, SecuredDatabase.OWNER);
        Connection service = stack.database.connect(url, SecuredDatabase.SERVICE)) {
      SecuredDatabase.execute(owner, MADE);

      worksWithWhatWasMade(service);
    }
  }

  private static void worksWithWhatWasMade(Connection service) throws SQLException {
    SecuredDatabase.execute(service, ALLOWED);
    refuses(service, "drop table later");
    refuses(service, "create table latest (id int)");
  }
}
