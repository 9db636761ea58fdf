package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that lives but is cut off from the database, without a connection's being closed. */
@Tag("soak")
class CutOffTest {
  private static final Duration CEILING = Duration.ofMinutes(5);
  private static final int CONCEPTS = 6;

  @TempDir static Path data;

  private static String writer(Stack stack) {
    return stack.tables.rows("select holder from writer").getFirst().getFirst();
  }

  @Test
  void another_orchestrator_has_its_office_and_its_replies() throws IOException {
    try (ModelStub stub = new ModelStub();
        Cable cable = new Cable(data);
        Stack stack =
            Stack.withModels(
                data,
                Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    cable.jdbcUrl(),
                    "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SOCKETTIMEOUT",
                    "10"),
                stub.model("steady", stub.answers(Duration.ofMillis(400)), "concurrency: 4"))) {
      ChildProcess first = stack.local.process(Role.ORCHESTRATOR);
      ChildProcess second = stack.local.startAnother(Role.ORCHESTRATOR);
      assertThat(writer(stack)).isEqualTo(first.name());
      String file =
          Stack.study(
              "cut-off",
              "steady",
              Map.of("conditions", "[dynamic]", "turns", "3", "fresh", "true"));
      Trial trial = new Trial(stack, stub, file, Concepts.some(CONCEPTS));
      await().atMost(CEILING).until(() -> trial.inFlight("") > 2);

      cable.cut(first.name());
      await("the other takes over")
          .atMost(CEILING)
          .until(() -> writer(stack).equals(second.name()));
      JsonNode over = new Api(stack.local.uri(second)).awaitFinished(trial.study);

      assertThat(over.path("dialogues").path("finished").asInt()).isEqualTo(CONCEPTS);
      assertThat(first.isAlive()).isTrue();
      cable.mend(first.name());
      trial.assertClean(new Silence(cable));
    }
  }

  /** Proof that something was said and not heard. */
  private record Silence(Cable cable) implements Fault {
    @Override
    public String name() {
      return "a cut cable";
    }

    @Override
    public long fired() {
      return cable.swallowed();
    }
  }
}
