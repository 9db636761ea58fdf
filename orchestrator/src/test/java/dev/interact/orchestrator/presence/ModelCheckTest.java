package dev.interact.orchestrator.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Condition;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
  private static final String NO_KEY = "It has no key.";

  @TempDir Path folder;
  private final Presence presence =
      new Presence("me", Duration.ofSeconds(1), Duration.ofSeconds(6));
  private ModelCheck check;

  @BeforeEach
  void readRegistry() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("models.yaml"),
            """
            models:
              known: {base-url: "http://127.0.0.1:1/v1", model: m, concurrency: 1}
            """);
    ModelRegistry registry = ModelRegistry.read(file, name -> null);
    check = new ModelCheck(registry, new Pools(registry), presence);
  }

  private void hear(Role role, List<String> usable, Map<String, String> unusable) {
    presence.hear(
        new Heartbeat.OfWorker(
            role.label() + "-1",
            role,
            "default",
            4,
            List.of(),
            List.of(0),
            usable,
            unusable,
            false,
            List.of()),
        0);
  }

  private static StudyFile study(Condition condition, String model) {
    return new StudyFile(
        "s",
        List.of("c.jsonl"),
        List.of(condition),
        null,
        null,
        List.of(model),
        List.of(model),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<String> unusable(StudyFile study) {
    return check.unusable(study).stream().map(Problem::message).toList();
  }

  @Test
  void an_alias_that_is_gone_from_the_registry_is_named_once() {
    assertThat(check.unknown(study(Condition.CLOSED_BOOK, "gone")))
        .extracting(Problem::message)
        .containsExactly("There is no model alias 'gone' in the registry; it has known.");
    assertThat(check.unknown(study(Condition.CLOSED_BOOK, "known"))).isEmpty();
  }

  @Test
  void a_model_that_no_worker_of_its_role_can_call_is_named_with_the_reason() {
    StudyFile dynamic = study(Condition.DYNAMIC, "known");
    assertThat(unusable(dynamic)).isEmpty();

    hear(Role.STUDENT, List.of("known"), Map.of());
    hear(Role.TEACHER, List.of(), Map.of("known", NO_KEY));
    assertThat(unusable(dynamic)).containsExactly(NO_KEY);

    hear(Role.STUDENT, List.of("other"), Map.of());
    hear(Role.TEACHER, List.of("known"), Map.of());
    assertThat(unusable(dynamic))
        .containsExactly("No student-service has the model alias 'known' in its registry.");
  }

  @Test
  void the_full_context_is_shown_to_models_of_the_teacher_service_alone() {
    hear(Role.STUDENT, List.of(), Map.of("known", NO_KEY));
    hear(Role.TEACHER, List.of("known"), Map.of());

    assertThat(unusable(study(Condition.FULL_CONTEXT, "known"))).isEmpty();
    assertThat(unusable(study(Condition.CLOSED_BOOK, "known"))).containsExactly(NO_KEY);
  }
}
