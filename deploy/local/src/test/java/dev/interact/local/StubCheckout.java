package dev.interact.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A checkout whose services are stubs, kept among the build's files with what it caches. */
final class StubCheckout {
  private static final Path ROOT = Path.of("target", "stub-checkout").toAbsolutePath();

  private StubCheckout() {}

  /** A stack of the broker and the database alone. */
  static StackConfig infrastructure(Path data) {
    return StackConfig.of(ROOT).withDataDirectory(data).withServices(Set.of());
  }

  /** A whole stack on any free port. */
  static StackConfig services(Path data) {
    var config = StackConfig.of(ROOT).withDataDirectory(data).withOrchestratorPort(0);
    config.services().forEach(StubCheckout::build);
    return config;
  }

  private static void build(Role service) {
    var jar = ROOT.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
    if (Files.exists(jar)) {
      return;
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
    var stub = "/" + StubService.class.getName().replace('.', '/') + ".class";
    try {
      Files.createDirectories(jar.getParent());
      try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
          var in = StubCheckout.class.getResourceAsStream(stub)) {
        out.putNextEntry(new JarEntry(stub.substring(1)));
        in.transferTo(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
