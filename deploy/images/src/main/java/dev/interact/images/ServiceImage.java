package dev.interact.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import dev.interact.local.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * The image of a service: its jars in layers, those that change least below, run by a user that is
 * not root and owns none of them.
 *
 * @param application the folder that the build makes of the service
 * @param base the image below, with a {@code java} on its path; {@link #SCRATCH} for none
 */
public record ServiceImage(Role service, Path application, String base, String version) {
  /** No image below: nothing can run in it. */
  public static final String SCRATCH = "scratch";

  private static final String USER = "10001:10001";
  private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");
  private static final int HTTP = 8080;

  /** The same files make the same image, whenever they do. */
  private static final Instant CREATED = Instant.EPOCH;

  /**
   * Makes it.
   *
   * @param work a folder for what is made on the way
   */
  public void build(Containerizer target, Path work)
      throws IOException,
          InterruptedException,
          ExecutionException,
          InvalidImageReferenceException,
          RegistryException,
          CacheDirectoryCreationException {
    Files.createDirectories(work);
    Path sbom = work.resolve(service.title() + ".sbom.json");
    Sbom.write(application, service.title(), version, sbom);
    JibContainerBuilder builder = base.equals(SCRATCH) ? Jib.fromScratch() : Jib.from(base);
    builder
        .addFileEntriesLayer(layer("dependencies", "lib"))
        .addFileEntriesLayer(layer("framework", "quarkus", "quarkus-run.jar"))
        .addFileEntriesLayer(layer("service", "app"))
        .addFileEntriesLayer(
            FileEntriesLayer.builder()
                .setName("bill of materials")
                .addEntry(sbom, HOME.resolve("sbom.json"))
                .build())
        .setWorkingDirectory(HOME)
        .setUser(USER)
        .setExposedPorts(Set.of(Port.tcp(HTTP)))
        .setEntrypoint(
            List.of(
                "java",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-jar",
                HOME.resolve("quarkus-run.jar").toString()))
        .setLabels(
            Map.of(
                "org.opencontainers.image.title",
                "Interact " + service.title(),
                "org.opencontainers.image.version",
                version,
                "org.opencontainers.image.licenses",
                "Apache-2.0"))
        .setCreationTime(CREATED);
    builder.containerize(
        target
            .setToolName("interact")
            .setOfflineMode(base.equals(SCRATCH))
            .setBaseImageLayersCache(work.resolve("base"))
            .setApplicationLayersCache(work.resolve("layers")));
  }

  private FileEntriesLayer layer(String name, String... entries) throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    for (String entry : entries) {
      layer.addEntryRecursive(application.resolve(entry), HOME.resolve(entry));
    }
    return layer.build();
  }
}
