package dev.interact.cli.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
  @TempDir Path results;

  private ResultsFolder folder() {
    return ResultsFolder.of(results, new Summary.Study("id", "tiny", "finished", 0));
  }

  private static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve(ResultsFolder.SUMMARY), "{\"study\": {\"id\": \"id\", \"name\": \"tiny\"}}");
    Files.createDirectory(folder.resolve("plots"));
    Files.writeString(folder.resolve("plots/curves.svg"), "new");
  }

  @Test
  void a_folder_within_it_is_written_anew_and_keeps_what_the_user_put_there() throws IOException {
    folder().replace(ResultsFolderTest::write);
    Path plots = results.resolve("tiny/plots");
    Files.writeString(plots.resolve("curves.svg"), "old");
    Files.createDirectories(plots.resolve("mine/deep"));

    folder().replace(ResultsFolderTest::write);

    assertThat(plots.resolve("curves.svg")).hasContent("new");
    assertThat(plots.resolve("mine/deep")).isDirectory();
    assertThat(results.toFile().list()).containsExactly("tiny");
  }

  @Test
  void nothing_is_left_of_a_folder_that_could_not_be_written() {
    assertThatThrownBy(() -> folder().replace(this::fail))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("full");
    assertThat(results).isEmptyDirectory();
  }

  private void fail(Path folder) throws IOException {
    write(folder);
    throw new IOException("full");
  }
}
