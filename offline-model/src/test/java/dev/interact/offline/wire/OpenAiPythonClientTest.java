package dev.interact.offline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The official Python client, in an environment of its own; it needs Python and the network. */
@QuarkusTest
@Tag("interop")
class OpenAiPythonClientTest {
  private static final Path ENVIRONMENT = Path.of("target", "interop-venv");

  @TestHTTPResource("/v1")
  URI server;

  @BeforeAll
  static void findPython() throws IOException, InterruptedException {
    boolean there = exitCode("python3", "-c", "import venv, ensurepip") == 0;
    assertThat(there || !"true".equals(System.getenv("CI"))).as("python3 with venv").isTrue();
    assumeTrue(there, "skipped: there is no python3 with venv");
  }

  private static int exitCode(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(Path.of("target"), "interop-", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    System.out.print(printed);
    assertThat(exitCode).as("%s printed:%n%s", String.join(" ", command), printed).isZero();
  }

  private static String program(String name) {
    return ENVIRONMENT.resolve("bin").resolve(name).toAbsolutePath().toString();
  }

  @Test
  void the_official_python_client_can_talk_to_it() throws IOException, InterruptedException {
    run("python3", "-m", "venv", ENVIRONMENT.toString());
    run(program("python"), "-m", "pip", "install", "--quiet", "-r", "interop/requirements.txt");

    run(program("python"), "interop/offline_model_openai.py", server.toString());
  }
}
