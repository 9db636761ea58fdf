package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page's types, which the bundler takes away without a look; the Deno that it brings checks
 * them.
 */
class PageTypesTest {
  private static final Path ORCHESTRATOR = Stack.ROOT.resolve("orchestrator");
  private static final Path PACKAGES = ORCHESTRATOR.resolve("target/node_modules");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void types_fit() throws Exception {
    assertThat(check(source())).isEqualTo(0);
  }

  @Test
  void a_wrong_type_would_be_found() throws Exception {
    Path wrong = Files.createDirectories(folder.resolve("wrong"));
    Files.writeString(
        wrong.resolve("index.ts"),
        "import {html} from 'lit';\nexport const n: number = html`a`;\n");
    assertThat(check(wrong)).isNotEqualTo(0);
  }

  private static Path source() {
    return ORCHESTRATOR.resolve("src/main/resources/web/app");
  }

  private int check(Path source) throws IOException, InterruptedException {
    Path project = Files.createDirectories(folder.resolve("project"));
    JsonNode options = JSON.readTree(ORCHESTRATOR.resolve("tsconfig.json").toFile());
    ObjectNode settings = JSON.createObjectNode().put("nodeModulesDir", "manual");
    settings.putArray("unstable").add("sloppy-imports");
    settings.set("compilerOptions", options.path("compilerOptions"));
    JSON.writeValue(project.resolve("deno.json").toFile(), settings);
    Files.createSymbolicLink(project.resolve("app"), source);
    Files.createSymbolicLink(project.resolve("node_modules"), PACKAGES);
    ProcessBuilder deno =
        new ProcessBuilder(List.of(deno(), "check", "--no-remote", "app/index.ts"))
            .directory(project.toFile())
            .inheritIO();
    deno.environment().put("DENO_DIR", folder.resolve("deno").toString());
    deno.environment().put("DENO_NO_UPDATE_CHECK", "1");
    deno.environment().put("NO_COLOR", "1");
    return deno.start().waitFor();
  }

  private static String deno() throws IOException {
    try (Stream<Path> platforms = Files.list(PACKAGES.resolve("@deno"))) {
      return platforms
          .flatMap(platform -> Stream.of(platform.resolve("deno"), platform.resolve("deno.exe")))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }
}
