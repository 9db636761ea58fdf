package dev.interact.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Metadata;

/**
 * What is in a service: a CycloneDX bill of materials, of the list of jars that its build writes.
 */
final class Sbom {
  private static final String LIST = "quarkus-app-dependencies.txt";

  private Sbom() {}

  /**
   * Writes it as JSON.
   *
   * @param application the folder that the build makes of the service
   */
  static void write(Path application, String service, String version, Path file)
      throws IOException {
    Bom bom = new Bom();
    Metadata metadata = new Metadata();
    metadata.setTimestamp(null);
    metadata.setComponent(component("dev.interact", "interact-" + service, version));
    bom.setMetadata(metadata);
    Files.readAllLines(application.resolve(LIST)).stream()
        .filter(line -> !line.isBlank())
        .map(Sbom::component)
        .forEach(bom::addComponent);
    try {
      String json = BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
      Files.writeString(file, json, StandardCharsets.UTF_8);
    } catch (GeneratorException | JsonProcessingException e) {
      throw new IOException("The bill of materials of " + service + " cannot be written.", e);
    }
  }

  /** Of {@code group:artifact:classifier:type:version}. */
  private static Component component(String line) {
    List<String> parts = List.of(line.strip().split(":"));
    return component(parts.get(0), parts.get(1), parts.getLast());
  }

  private static Component component(String group, String name, String version) {
    Component component = new Component();
    component.setType(Component.Type.LIBRARY);
    component.setGroup(group);
    component.setName(name);
    component.setVersion(version);
    String purl = "pkg:maven/%s/%s@%s".formatted(group, name, version);
    component.setPurl(purl);
    return component;
  }
}
