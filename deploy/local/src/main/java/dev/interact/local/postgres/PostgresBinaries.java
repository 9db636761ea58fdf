package dev.interact.local.postgres;

import dev.interact.local.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the jar of this platform. */
record PostgresBinaries(Path directory) {

  /** Unpacks into a folder named after the jar, unless an earlier run did. */
  static PostgresBinaries unpack(Path parent) throws IOException, InterruptedException {
    var archive = (JarURLConnection) archive().openConnection();
    var jar = Path.of(archive.getJarFileURL().getPath()).getFileName().toString();
    var directory = parent.resolve(jar.replaceFirst("\\.jar$", ""));
    if (!Files.exists(directory)) {
      var unfinished = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
      try (var in = archive.getInputStream()) {
        untar(new XZInputStream(in), unfinished);
      }
      moveUnlessThere(unfinished, directory);
    }
    return new PostgresBinaries(directory);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private static URL archive() {
    return Stream.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64")
        .map(platform -> PostgresBinaries.class.getResource("/postgres-" + platform + ".txz"))
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst()
        .orElseThrow(
            () ->
                StackException.because(
                    "There is no PostgreSQL for this platform on the class path."));
  }

  private static void untar(InputStream archive, Path target)
      throws IOException, InterruptedException {
    var tar = new ProcessBuilder("tar", "-xf", "-", "-C", target.toString()).start();
    try (var out = tar.getOutputStream()) {
      archive.transferTo(out);
    }
    if (tar.waitFor() != 0) {
      throw new IOException("tar could not unpack PostgreSQL into " + target);
    }
  }

  private static void moveUnlessThere(Path unfinished, Path directory) throws IOException {
    try {
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(directory)) {
        throw e;
      }
    }
  }
}
