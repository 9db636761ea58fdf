package dev.interact.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart renders for each of its examples. */
class ChartTest {

  static Stream<String> examples() {
    return Chart.examples();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<JsonNode> containers(List<JsonNode> documents) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : documents) {
      stream(one.at("/spec/template/spec/containers")).forEach(found::add);
      if (one.path("kind").asText().equals("Pod")) {
        stream(one.at("/spec/containers")).forEach(found::add);
      }
    }
    return found;
  }

  private static String env(JsonNode container, String name) {
    return stream(container.path("env"))
        .filter(one -> one.path("name").asText().equals(name))
        .map(one -> one.path("value").asText())
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void helm_finds_nothing_to_complain_of(String example, @TempDir Path copy) {
    LintResult found = Chart.lint(example, copy.resolve("interact"));

    assertThat(found.isFailed()).as(found.getMessages().toString()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_resource_is_one_that_its_project_knows(String example) {
    List<JsonNode> documents = Chart.render(example);

    assertThat(documents).hasSizeGreaterThan(10);
    assertThat(documents)
        .allSatisfy(
            one -> {
              assertThat(Schemas.knows(one)).as(Schemas.type(one)).isTrue();
              assertThat(Schemas.problem(one)).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "values-laptop.yaml, Deployment, study-orchestrator, /spec/template/spec",
    "values-small.yaml, Kafka, interact, /spec/kafka",
    "values-small.yaml, Cluster, study-postgres, /spec/storage",
    "values-small.yaml, PodMonitor, study, /spec",
    "values-large.yaml, ScaledObject, study-teacher-gpu, /spec/triggers/0",
    "values-large.yaml, TriggerAuthentication, study-demand, /spec/secretTargetRef/0"
  })
  void a_field_that_does_not_exist_is_found(
      String example, String kind, String name, String place) {
    JsonNode resource = Chart.named(Chart.render(example), kind, name);
    ((ObjectNode) resource.at(place)).put("planted", 1);

    assertThat(Schemas.problem(resource)).get().asString().contains("planted");
  }

  @Test
  @EnabledIfSystemProperty(named = "definitions.from", matches = ".+")
  void the_definitions_of_another_version_are_taken() throws IOException {
    Definitions.rewrite(Path.of(System.getProperty("definitions.from")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_process_is_kept_small(String example) {
    List<JsonNode> documents = Chart.render(example);

    assertThat(containers(documents))
        .isNotEmpty()
        .allSatisfy(
            container -> {
              assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                  .isTrue();
              assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                  .isFalse();
              assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                  .isEqualTo("ALL");
            });
    for (JsonNode deployment : Chart.ofKind(documents, "Deployment")) {
      JsonNode pod = deployment.at("/spec/template/spec");
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(pod.at("/containers/0/resources/limits").has("memory")).isTrue();
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(pod.at("/containers/0/" + probe + "/httpGet/path").asText())
            .startsWith("/q/health/");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_worker_that_is_stopped_has_time_for_the_longest_call(String example) {
    List<JsonNode> workers =
        Chart.ofKind(Chart.render(example), "Deployment").stream()
            .filter(one -> one.at("/spec/template/metadata/labels").has("interact.dev/role"))
            .toList();

    assertThat(workers)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            worker -> {
              JsonNode pod = worker.at("/spec/template/spec");
              int drain = seconds(env(pod.at("/containers/0"), "INTERACT_WORKER_DRAIN"));
              int shutdown = seconds(env(pod.at("/containers/0"), "QUARKUS_SHUTDOWN_TIMEOUT"));
              assertThat(shutdown).isGreaterThan(drain);
              assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(shutdown);
            });
  }

  private static int seconds(String duration) {
    return Integer.parseInt(duration.replace("s", ""));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void only_the_orchestrator_knows_the_database_and_only_callers_of_models_have_keys(
      String example) {
    for (JsonNode deployment : Chart.ofKind(Chart.render(example), "Deployment")) {
      String name = deployment.at("/metadata/name").asText();
      String text = deployment.toString();
      assertThat(text.contains("QUARKUS_DATASOURCE"))
          .as(name)
          .isEqualTo(name.equals("study-orchestrator"));
      if (text.contains("interact-model-keys")) {
        assertThat(name).matches("study-(teacher|student)-.*");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nobody_gets_in_without_a_key_and_only_the_orchestrator_knows_them(String example) {
    List<JsonNode> documents = Chart.render(example);
    for (JsonNode deployment : Chart.ofKind(documents, "Deployment")) {
      JsonNode container = deployment.at("/spec/template/spec/containers/0");
      boolean decides = deployment.at("/metadata/name").asText().equals("study-orchestrator");
      assertThat(container.toString().contains("interact-access")).isEqualTo(decides);
      assertThat(env(container, "INTERACT_ACCESS_OPEN")).isNull();
      if (decides) {
        assertThat(stream(container.path("env")))
            .filteredOn(one -> one.path("name").asText().matches("INTERACT_ACCESS_.*_KEY"))
            .extracting(one -> one.at("/valueFrom/secretKeyRef/key").asText())
            .containsExactly("admin-key", "monitor-key");
      }
    }
    for (JsonNode scaled : Chart.ofKind(documents, "ScaledObject")) {
      assertThat(scaled.at("/spec/triggers/0/metadata/authMode").asText()).isEqualTo("bearer");
      String reference = scaled.at("/spec/triggers/0/authenticationRef/name").asText();
      JsonNode named = Chart.named(documents, "TriggerAuthentication", reference);
      assertThat(named.at("/spec/secretTargetRef/0/key").asText()).isEqualTo("monitor-key");
    }
    for (JsonNode watched : Chart.ofKind(documents, "PodMonitor")) {
      assertThat(watched.at("/spec/podMetricsEndpoints/0/authorization/credentials/key").asText())
          .isEqualTo("monitor-key");
    }
  }

  /** Whoever asks under another name is refused, kubelets and KEDA too. */
  @Test
  void an_orchestrator_with_names_has_those_that_the_cluster_asks_it_by() {
    List<JsonNode> documents = Chart.render("values-large.yaml");
    JsonNode container =
        Chart.named(documents, "Deployment", "study-orchestrator")
            .at("/spec/template/spec/containers/0");
    List<String> names = List.of(env(container, "INTERACT_HOSTS").split(","));
    List<String> variables =
        stream(container.path("env")).map(one -> one.path("name").asText()).toList();

    assertThat(names).hasSizeGreaterThan(4).contains("$(POD_IP)");
    assertThat(variables.indexOf("POD_IP")).isBetween(0, variables.indexOf("INTERACT_HOSTS") - 1);
    for (JsonNode scaled : Chart.ofKind(documents, "ScaledObject")) {
      URI asked = URI.create(scaled.at("/spec/triggers/0/metadata/url").asText());
      assertThat(names).contains(asked.getHost());
    }
  }

  @Test
  void people_sign_in_with_a_provider() {
    List<JsonNode> documents =
        Chart.render("values-large.yaml", "access.oidc.roles.run[0]=researchers");
    JsonNode container =
        Chart.named(documents, "Deployment", "study-orchestrator")
            .at("/spec/template/spec/containers/0");

    assertThat(env(container, "INTERACT_ACCESS_OIDC_ENABLED")).isEqualTo("true");
    assertThat(env(container, "INTERACT_ACCESS_OIDC_ROLES_RUN")).isEqualTo("researchers");
    assertThat(env(container, "INTERACT_ACCESS_OIDC_ROLES_MONITOR")).isNull();
    assertThat(env(container, "QUARKUS_OIDC_AUTH_SERVER_URL")).startsWith("https://");
    assertThat(env(container, "QUARKUS_OIDC_TOKEN_AUDIENCE")).isEqualTo("interact");
    assertThat(
            Chart.named(documents, "NetworkPolicy", "study-orchestrator")
                .at("/spec/egress/1/ports/0/port")
                .asInt())
        .isEqualTo(443);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_student_speaks_with_kafka_models_and_dns_alone(String example) {
    List<JsonNode> policies = Chart.ofKind(Chart.render(example), "NetworkPolicy");
    assertThat(Chart.named(policies, "NetworkPolicy", "study-deny").at("/spec/policyTypes"))
        .extracting(JsonNode::asText)
        .containsExactly("Ingress", "Egress");
    List<String> names =
        policies.stream()
            .filter(policy -> policy.at("/spec").has("egress"))
            .filter(policy -> selects(policy, "student-default", "student"))
            .map(policy -> policy.at("/metadata/name").asText())
            .toList();

    assertThat(names).containsExactlyInAnyOrder("study-kafka", "study-models");
  }

  /** Whether a policy is for the pods of a component and role. */
  private static boolean selects(JsonNode policy, String component, String role) {
    JsonNode selector = policy.at("/spec/podSelector");
    String wanted = selector.at("/matchLabels/app.kubernetes.io~1component").asText(component);
    boolean fits = wanted.equals(component);
    for (JsonNode each : selector.path("matchExpressions")) {
      String value = each.path("key").asText().equals("interact.dev/role") ? role : component;
      boolean among = stream(each.path("values")).anyMatch(one -> one.asText().equals(value));
      fits &= among == each.path("operator").asText().equals("In");
    }
    return fits;
  }

  @Test
  void each_pool_has_its_own_deployment_scale_and_topic() {
    List<JsonNode> documents =
        Chart.render(
            "values-large.yaml", "kafka.strimzi.enabled=true", "kafka.strimzi.createCluster=false");

    JsonNode gpu = Chart.named(documents, "Deployment", "study-teacher-gpu");
    assertThat(env(gpu.at("/spec/template/spec/containers/0"), "INTERACT_WORKER_POOL"))
        .isEqualTo("gpu");
    assertThat(gpu.at("/spec").has("replicas")).as("KEDA's to say").isFalse();
    JsonNode scale = Chart.named(documents, "ScaledObject", "study-teacher-gpu");
    assertThat(scale.at("/spec/triggers/0/metadata/url").asText())
        .isEqualTo("http://study-orchestrator.lab.svc:80/api/demand?role=teacher&pool=gpu");
    assertThat(scale.at("/spec/triggers/0/metadata/targetValue").asText())
        .isEqualTo(env(gpu.at("/spec/template/spec/containers/0"), "INTERACT_WORKER_SLOTS"));
    assertThat(scale.at("/spec/minReplicaCount").asInt(-1)).isZero();
    Chart.named(documents, "KafkaTopic", "interact.teacher.gpu.requests");
  }

  @Test
  void the_role_of_the_service_is_not_the_one_that_owns_the_tables() {
    List<JsonNode> documents = Chart.render("values-small.yaml");
    JsonNode cluster = Chart.named(documents, "Cluster", "study-postgres");
    JsonNode role = cluster.at("/spec/managed/roles/0");
    String service = role.path("name").asText();
    String owner = cluster.at("/spec/bootstrap/initdb/owner").asText();
    JsonNode sql = cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL");

    assertThat(service).isNotEqualTo(owner);
    assertThat(sql.path(0).asText()).isEqualTo("create role " + service);
    assertThat(sql.path(1).asText())
        .startsWith("set role " + owner + ";")
        .contains(Chart.file("files/grants.sql"))
        .endsWith("reset role;\n");
    JsonNode orchestrator =
        Chart.named(documents, "Deployment", "study-orchestrator")
            .at("/spec/template/spec/containers/0");
    assertThat(secret(orchestrator, "QUARKUS_DATASOURCE_PASSWORD"))
        .isEqualTo(role.at("/passwordSecret/name").asText())
        .isEqualTo("interact-database");
    assertThat(secret(orchestrator, "QUARKUS_FLYWAY_PASSWORD")).isEqualTo("study-postgres-app");
  }

  private static String secret(JsonNode container, String name) {
    return stream(container.path("env"))
        .filter(one -> one.path("name").asText().equals(name))
        .map(one -> one.at("/valueFrom/secretKeyRef/name").asText())
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orchestrator.replicas=two | replicas",
        "orchestrator.replica=2 | replica",
        "kafka.bootstrapServers=nowhere | bootstrapServers",
        "models.a.model=x | base-url",
        "kafka.bootstrapServers= | kafka.bootstrapServers: name a broker",
        "database.existingSecret= | database.existingSecret: name a Secret",
        "database.caSecret=postgres-ca | database.jdbcUrl: add ?sslmode=verify-full",
        "database.jdbcUrl=jdbc:postgresql://a/b?sslrootcert=/etc/interact/database/ca.crt | caSecret: name",
        "kafka.securityProtocol=SASL_SSL | : name a Secret with sasl.jaas.config",
        "access.existingSecret= | access.existingSecret: name a Secret with admin-key",
        "access.oidc.enabled=true | access.oidc.issuer: is missing",
        "offlineModel.enabled=false | models: name at least one model",
      })
  void values_that_cannot_be_are_refused_with_where_and_why(String setting, String why) {
    assertThatThrownBy(() -> Chart.render("values-laptop.yaml", setting)).hasMessageContaining(why);
  }
}
