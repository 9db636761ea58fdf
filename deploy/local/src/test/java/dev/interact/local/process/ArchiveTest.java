package dev.interact.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    jar = Files.createFile(folder.resolve("program.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
  }

  @Test
  void whoIsNotToLearnKeepsItsClasses() {
    var archive = archive(false);

    assertThat(archive.learns()).isFalse();
    assertThat(archive.options())
        .containsExactly(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + folder.resolve("program.jsa"));
  }

  @Test
  void whatOneHasLearntAllOthersUse() throws IOException {
    assumeTrue(Runtime.version().feature() >= 25, "JVMs learn from JDK 25 on");
    var first = archive(true);
    assertThat(first.learns()).isTrue();
    Files.writeString(output(first), "learnt");
    assertThat(archive(true).learns()).as("unfinished, it is of no use").isTrue();

    first.keep();

    for (var learns : List.of(true, false)) {
      var later = archive(learns);
      assertThat(later.learns()).isFalse();
      assertThat(later.options()).singleElement().asString().startsWith("-XX:AOTCache=");
      assertThat(Path.of(later.options().getFirst().split("=")[1])).hasContent("learnt");
    }
  }

  @Test
  void whatWasLearntOfAnotherBuildIsForgotten() throws IOException {
    assumeTrue(Runtime.version().feature() >= 25, "JVMs learn from JDK 25 on");
    var first = archive(true);
    Files.writeString(output(first), "learnt");
    first.keep();

    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(archive(true).learns()).isTrue();
    assertThat(folder).isDirectoryContaining(jar::equals).isDirectoryNotContaining("glob:**.aot");
  }

  @Test
  void whatIsLearntOfABuildThatIsGoneIsNotKept() throws IOException {
    assumeTrue(Runtime.version().feature() >= 25, "JVMs learn from JDK 25 on");
    var first = archive(true);
    Files.writeString(output(first), "learnt");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

    first.keep();

    assertThat(folder.toFile().list()).containsExactly("program.jar");
  }

  @Test
  void whatC1HasLearntKeepsNothingFromC2() throws Exception {
    assumeTrue(Runtime.version().feature() >= 25, "JVMs learn from JDK 25 on");
    var first = archive(true);
    assertThat(first.optionsOfBothCompilers()).isEmpty();
    Files.writeString(output(first), "learnt");
    first.keep();

    var options = archive(false).optionsOfBothCompilers();

    assertThat(options).contains("-XX:-AOTReplayTraining");
    assertIsTaken(new JavaCommand(64).with(JavaCommand.BOTH_COMPILERS).with(options));
  }

  @Test
  void aJvmTakesTheOptionsOfAQuickStartAndOfBothCompilers() throws Exception {
    assertIsTaken(new JavaCommand(64));
    assertIsTaken(new JavaCommand(64).with(JavaCommand.BOTH_COMPILERS));
  }

  private static void assertIsTaken(JavaCommand command) throws Exception {
    var process =
        new ProcessBuilder(command.with(List.of("--version")).line())
            .redirectErrorStream(true)
            .start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).doesNotContain("warning");
  }

  @Test
  void aKilledOneLeavesNothing() throws IOException {
    assumeTrue(Runtime.version().feature() >= 25, "JVMs learn from JDK 25 on");
    var first = archive(true);
    Files.writeString(output(first), "half of i");
    Files.writeString(Path.of(output(first) + ".config"), "what it is made of");

    first.discard();

    assertThat(folder.toFile().list()).containsExactly("program.jar");
  }

  private Archive archive(boolean learns) {
    return Archive.of(folder, "program", List.of(jar), learns);
  }

  private static Path output(Archive archive) {
    return Path.of(archive.options().getFirst().split("=")[1]);
  }
}
