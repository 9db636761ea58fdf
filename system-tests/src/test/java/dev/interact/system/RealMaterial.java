package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Concepts that other people wrote, in a folder beside the checkout or in that of
 * INTERACT_MATERIAL. Where there are none, tests of them are skipped; in continuous integration
 * INTERACT_MATERIAL=none must say so.
 */
final class RealMaterial {
  private static final String PLACE =
      System.getenv().getOrDefault("INTERACT_MATERIAL", "../shared/data");
  private static final Path FOLDER = Stack.ROOT.resolve(PLACE).normalize();

  static final Path TALES = FOLDER.resolve("fairytales.jsonl");
  static final Path NEWS = FOLDER.resolve("news.jsonl");

  private RealMaterial() {}

  /** Skips the test if some file is not there. */
  static void assume(List<Path> files) {
    boolean there = files.stream().allMatch(Files::exists);
    boolean needed = "true".equals(System.getenv("CI")) && !PLACE.equals("none");
    assertThat(there || !needed).as(files + " exist").isTrue();
    assumeTrue(there, () -> "skipped: there is no " + files);
  }
}
