package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.TarImage;
import dev.interact.images.ServiceImage;
import dev.interact.local.Role;
import dev.interact.local.process.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The images of the services, without the one below: there is no registry to take it from. */
class ImagesTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int WORLD_WRITABLE = 0_002;
  private static final int SET_ID = 0_6000;

  @TempDir Path folder;

  /** What is in an image: its configuration, and its files by name. */
  private record Contents(
      JsonNode config, Map<String, TarArchiveEntry> files, List<byte[]> layers) {
    static Contents of(Path tar) throws IOException {
      Map<String, byte[]> parts = new LinkedHashMap<>();
      try (var archive = new TarArchiveInputStream(Files.newInputStream(tar))) {
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
          parts.put(entry.getName(), archive.readAllBytes());
        }
      }
      JsonNode manifest = Api.json(text(parts.get("manifest.json"))).path(0);
      Map<String, TarArchiveEntry> files = new LinkedHashMap<>();
      List<byte[]> layers = new ArrayList<>();
      for (JsonNode name : manifest.path("Layers")) {
        byte[] layer = parts.get(name.asText());
        layers.add(layer);
        try (var archive = archive(layer)) {
          for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            files.put(entry.getName(), entry);
          }
        }
      }
      return new Contents(
          Api.json(text(parts.get(manifest.path("Config").asText()))), files, layers);
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private static TarArchiveInputStream archive(byte[] layer) throws IOException {
      InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(layer));
      return new TarArchiveInputStream(bytes);
    }

    void unpack(Path target) throws IOException {
      for (byte[] layer : layers) {
        try (var archive = archive(layer)) {
          for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path file = target.resolve(entry.getName());
            if (entry.isDirectory()) {
              Files.createDirectories(file);
            } else {
              Files.write(file, archive.readAllBytes());
            }
          }
        }
      }
    }
  }

  private Contents built(Role service) throws Exception {
    Path application = Stack.ROOT.resolve(service.title()).resolve("target/quarkus-app");
    Path tar = folder.resolve(service.title() + ".tar");
    new ServiceImage(service, application, ServiceImage.SCRATCH, "1.2.3")
        .build(
            Containerizer.to(TarImage.at(tar).named("interact-" + service.title() + ":1.2.3")),
            folder.resolve("work"));
    return Contents.of(tar);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"BROKER", "POSTGRES"},
      mode = EnumSource.Mode.EXCLUDE)
  void an_image_has_its_service_and_no_other_and_says_what_it_is_made_of(Role service)
      throws Exception {
    Contents image = built(service);

    JsonNode config = image.config().path("config");
    assertThat(config.path("User").asText()).isEqualTo("10001:10001");
    assertThat(config.path("Entrypoint").path(0).asText()).isEqualTo("java");
    assertThat(config.path("ExposedPorts").has("8080/tcp")).isTrue();
    assertThat(config.at("/Labels/org.opencontainers.image.version").asText()).isEqualTo("1.2.3");
    assertThat(config.path("Env")).as("nothing of the machine that it was made on").isEmpty();
    assertThat(image.files().values())
        .allSatisfy(
            file -> {
              assertThat(file.getMode() & (WORLD_WRITABLE | SET_ID)).as(file.getName()).isZero();
              assertThat(file.getLongUserId()).as("the user owns nothing").isZero();
            });
    assertThat(image.files().keySet())
        .contains("app/quarkus-run.jar", "app/sbom.json")
        .anyMatch(name -> name.startsWith("app/app/interact-" + service.title()));
    Stream.of(Role.values())
        .filter(other -> other != service && other.isService())
        .forEach(
            other ->
                assertThat(image.files().keySet())
                    .noneMatch(name -> name.contains("interact-" + other.title())));
  }

  @Test
  void the_bill_of_materials_names_every_jar() throws Exception {
    Contents image = built(Role.STUDENT);
    image.unpack(folder.resolve("root"));
    JsonNode sbom = Api.json(Files.readString(folder.resolve("root/app/sbom.json")));

    assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    List<String> named = new ArrayList<>();
    for (JsonNode component : sbom.path("components")) {
      named.add(
          "%s-%s".formatted(component.path("name").asText(), component.path("version").asText()));
    }
    assertThat(image.files().keySet().stream().filter(name -> name.startsWith("app/lib/main/")))
        .filteredOn(name -> name.endsWith(".jar"))
        .hasSizeGreaterThan(50)
        .allMatch(name -> named.stream().anyMatch(name::contains));
  }

  @Test
  void the_same_files_make_the_same_image() throws Exception {
    String first = built(Role.QUIZ).config().at("/rootfs").toString();

    assertThat(built(Role.QUIZ).config().at("/rootfs").toString())
        .contains("sha256:")
        .isEqualTo(first);
  }

  @Test
  void what_is_in_it_starts_and_answers() throws Exception {
    Path root = folder.resolve("root");
    Contents image = built(Role.OFFLINE_MODEL);
    image.unpack(root);
    int port = Ports.free();
    List<String> command = new ArrayList<>();
    image
        .config()
        .at("/config/Entrypoint")
        .forEach(word -> command.add(word.asText().replace("/app/", root.resolve("app") + "/")));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.resolve("app").toFile());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    Process process = builder.start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
      await()
          .atMost(CEILING)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(
                          http.send(
                                  HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                              .statusCode())
                      .isEqualTo(200));
    } finally {
      process.destroy();
      process.waitFor(1, TimeUnit.MINUTES);
    }
  }
}
