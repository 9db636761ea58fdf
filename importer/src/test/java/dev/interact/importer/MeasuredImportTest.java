package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports all shared material, and five more times as much, in a JVM of half a gibibyte. */
class MeasuredImportTest {
  private static final Path RAW = Material.SHARED;
  private static final int COPIES = 5;

  @TempDir private Path folder;

  @Test
  void half_a_gibibyte_is_enough() throws Exception {
    Material.requireShared();
    Path more = Files.createDirectories(folder.resolve("more/tales"));
    String tales = Files.readString(RAW.resolve("05-norwegian-tales-all.txt"));
    for (int copy = 0; copy < COPIES; copy++) {
      Files.writeString(more.resolve(copy + ".txt"), tales.replace("the ", "the " + copy + " "));
    }

    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.resolve("material").toString(),
                RAW.toString(),
                more.getParent().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(child.getInputStream().readAllBytes());

    System.out.print(said);
    assertThat(child.waitFor()).isZero();
    assertThat(said).contains("0 refused");
  }

  /** Runs in a JVM of its own. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      long begin = System.nanoTime();
      List<Path> paths = List.of(Path.of(arguments[1]), Path.of(arguments[2]));
      ImportReport report =
          Import.of(ImportOptions.into(Path.of(arguments[0]))).run(paths, progress -> {});
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
              .map(MemoryPoolMXBean::getPeakUsage)
              .mapToLong(java.lang.management.MemoryUsage::getUsed)
              .sum();
      System.out.printf(
          "Import of %d files, %d concepts, %d refused: %.1f s, heap at most %d MiB%n",
          report.files().size(),
          report.concepts(),
          report.files(Outcome.REFUSED).count(),
          (System.nanoTime() - begin) / 1e9,
          peak >> 20);
    }
  }
}
