package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.helm.Chart;
import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The users and ACLs that the chart renders, on a real broker that knows who asks: with them the
 * services run a study, and each is refused what is not its own.
 */
class KafkaAclsTest {
  private static final List<String> USERS = List.of("orchestrator", "teacher", "student", "quiz");
  private static final String REPLICA = "admin";

  @TempDir static Path folder;
  private static ModelStub stub;
  private static LocalStack stack;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    stub = new ModelStub();
    Path models =
        Files.writeString(
            folder.resolve("models.yaml"),
            "models:\n" + stub.model("stub", stub.answers(Duration.ZERO)));
    stack =
        LocalStack.start(
            StackConfig.of(Stack.ROOT)
                .withDataDirectory(folder.resolve("stack"))
                .withModels(models)
                .withServices(Set.of())
                .withBroker(secured()),
            line -> {});
    try (Admin admin = Admin.create(client(REPLICA))) {
      admin.createAcls(rendered()).all().get();
    }
    api = new Api(stack.uri(start(dev.interact.local.Role.ORCHESTRATOR, "orchestrator")));
    start(dev.interact.local.Role.TEACHER, "teacher");
    start(dev.interact.local.Role.STUDENT, "student");
    start(dev.interact.local.Role.QUIZ, "quiz");
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static dev.interact.local.process.ChildProcess start(
      dev.interact.local.Role role, String user) {
    Map<String, String> environment = new HashMap<>();
    login(user).forEach((name, value) -> environment.put(variable(name), value));
    return stack.startAnother(role, environment);
  }

  private static String variable(String setting) {
    return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** A listener that asks for a password, and refuses what no ACL allows. */
  private static Map<String, String> secured() {
    String users =
        Stream.concat(USERS.stream(), Stream.of(REPLICA))
            .map(user -> "user_%s=\"%s\"".formatted(user, password(user)))
            .collect(Collectors.joining(" "));
    return Map.of(
        "listener.security.protocol.map",
        "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
        "sasl.enabled.mechanisms",
        "PLAIN",
        "sasl.mechanism.inter.broker.protocol",
        "PLAIN",
        "listener.name.plaintext.plain.sasl.jaas.config",
        jaas(REPLICA, " " + users),
        "authorizer.class.name",
        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users",
        "User:ANONYMOUS;User:" + REPLICA);
  }

  private static String password(String user) {
    return "of-" + user;
  }

  private static String jaas(String user, String more) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;"
        .formatted(user, password(user), more);
  }

  private static Map<String, String> login(String user) {
    return Map.of(
        "security.protocol", "SASL_PLAINTEXT",
        "sasl.mechanism", "PLAIN",
        "sasl.jaas.config", jaas(user, ""));
  }

  private static Map<String, Object> client(String user) {
    Map<String, Object> settings = new HashMap<>(login(user));
    settings.put("bootstrap.servers", stack.kafka());
    settings.put("default.api.timeout.ms", 20_000);
    settings.put("request.timeout.ms", 10_000);
    settings.put("max.block.ms", 20_000);
    return settings;
  }

  private static List<AclBinding> rendered() {
    List<AclBinding> bindings = new ArrayList<>();
    Set<String> users = new TreeSet<>();
    for (JsonNode one : Chart.ofKind(Chart.render("values-small.yaml"), "KafkaUser")) {
      String user = one.at("/metadata/name").asText().substring("study-".length());
      users.add(user);
      one.at("/spec/authorization/acls").forEach(acl -> bindings.addAll(bindings(user, acl)));
    }
    assertThat(users).containsExactlyInAnyOrderElementsOf(USERS);
    return bindings;
  }

  private static List<AclBinding> bindings(String user, JsonNode acl) {
    JsonNode resource = acl.path("resource");
    boolean prefix = resource.path("patternType").asText().equals("prefix");
    ResourcePattern pattern =
        new ResourcePattern(
            ResourceType.fromString(resource.path("type").asText()),
            resource.path("name").asText(),
            prefix ? PatternType.PREFIXED : PatternType.LITERAL);
    List<AclBinding> bindings = new ArrayList<>();
    for (JsonNode operation : acl.path("operations")) {
      String name = operation.asText().replaceAll("([a-z])([A-Z])", "$1_$2");
      bindings.add(
          new AclBinding(
              pattern,
              new AccessControlEntry(
                  "User:" + user, "*", AclOperation.fromString(name), AclPermissionType.ALLOW)));
    }
    return bindings;
  }

  private static String requests(Role role) {
    return Topics.requests(role, Topics.DEFAULT_POOL);
  }

  private static void read(String user, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            client(user), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition first = new TopicPartition(topic, 0);
      consumer.assign(List.of(first));
      consumer.seekToBeginning(List.of(first));
      consumer.position(first);
      consumer.poll(Duration.ofSeconds(1));
    }
  }

  private static void write(String user, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(client(user), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, new byte[] {'{', '}'})).get();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  @Test
  void with_them_a_study_is_run() {
    String study =
        api.submit(
            Stack.study(
                "guarded",
                "stub",
                Map.of("conditions", "[dynamic, static-lesson, full-context]", "turns", "2")),
            Concepts.some(3));
    JsonNode ended = api.awaitFinished(study);

    assertThat(ended.at("/dialogues/failed").asInt(-1)).isZero();
    assertThat(api.request("/api/machine", Map.of()).body()).contains(requests(Role.TEACHER));
  }

  @Test
  void a_worker_reads_the_requests_of_its_role_and_nothing_else() {
    for (Role role : Role.values()) {
      String user = role.label();
      read(user, requests(role));
      Stream<String> others =
          Stream.of(Role.values()).filter(other -> other != role).map(KafkaAclsTest::requests);
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
      Stream.concat(Stream.of(Role.values()).map(KafkaAclsTest::requests), Stream.of(Topics.EVENTS))
          .forEach(
              topic ->
                  assertThatThrownBy(() -> write(user, topic))
                      .as("%s writes %s", user, topic)
                      .isInstanceOf(AuthorizationException.class));
    }
  }

  @Test
  void nobody_is_let_in_with_a_wrong_password() {
    Map<String, Object> wrong = client("student");
    wrong.put("sasl.jaas.config", jaas("student", "").replace("of-student", "of-teacher"));
    try (Admin admin = Admin.create(wrong)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(org.apache.kafka.common.errors.SaslAuthenticationException.class);
    }
  }
}
