package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory that can be filled up and emptied again. */
final class SmallDisk implements Fault, AutoCloseable {
  private final Path folder;
  private final Path log;
  private final Path filler;

  private SmallDisk(Path folder, Path log) {
    this.folder = folder;
    this.log = log;
    this.filler = folder.resolve("filler");
  }

  /**
   * Makes one, which takes the right to mount; where that is missing the test is skipped, but not
   * under {@code CI=true}.
   *
   * @param log of the process that writes to it, where it says that it could not
   */
  static SmallDisk mount(Path folder, Path log, int megabytes) {
    String size = "size=" + megabytes + "m,mode=777";
    boolean mounted = run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString());
    if (!mounted) {
      assertThat(System.getenv("CI")).as("may not mount a small disk").isNotEqualTo("true");
      Assumptions.abort("a small disk cannot be mounted here");
    }
    return new SmallDisk(folder, log);
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves no byte free. */
  void fill() {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(folder.toFile().getUsableSpace()).isZero();
    }
  }

  /** Gives back what {@link #fill} took. */
  void empty() {
    try {
      Files.delete(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "a full disk";
  }

  /** How often somebody could not write. */
  @Override
  public long fired() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("No space left on device")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (String way : List.of("-f", "-l")) {
      if (run("umount", way, folder.toString())) {
        return;
      }
    }
  }
}
