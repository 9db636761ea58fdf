package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportCommandTest extends CommandTest {
  private Path raw;
  private String output;

  @BeforeEach
  void writeRawFiles() throws IOException {
    raw = Files.createDirectories(root.resolve("raw/tales"));
    output = root.resolve("material").toString();
    Files.writeString(raw.resolve("ford.txt"), "A heron kept the ford. She asked a button of all.");
    Files.writeString(raw.resolve("mill.md"), "---\ndate: 2024-02-03\n---\n# The mill\nIt stood.");
  }

  private int importing(String... more) {
    return importing(raw.getParent(), more);
  }

  private int importing(Path path, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(new String[] {"import", path.toString(), "-o", output}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return interact(arguments);
  }

  private String concepts() throws IOException {
    return Files.readString(Path.of(output, "material.jsonl"));
  }

  @Test
  void a_table_tells_what_was_imported_of_each_domain() {
    assertThat(importing()).isZero();

    assertThat(out()).containsPattern("tales +2 +2 +69 +0").contains("material has the material");
    assertThat(err()).isEmpty();
  }

  @Test
  void a_refused_file_is_told_on_standard_error_and_by_the_exit_code() throws IOException {
    Files.writeString(raw.resolve("empty.txt"), "");

    assertThat(importing()).isEqualTo(ExitCode.FILES_REFUSED);
    assertThat(err()).isEqualTo("Refused: tales/empty.txt is empty.\n");
    assertThat(concepts().lines()).hasSize(2);
  }

  @Test
  void nothing_imported_is_wrong_input_and_writes_nothing() throws IOException {
    assertThat(importing(Files.writeString(root.resolve("x.txt"), "text")))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(err()).contains("state one with --domain", "nothing was written");
    assertThat(Path.of(output)).doesNotExist();
  }

  @Test
  void json_is_the_report_and_nothing_else() {
    assertThat(importing("--json")).isZero();

    ObjectNode report = Json.read(out().getBytes(StandardCharsets.UTF_8), ObjectNode.class);
    assertThat(report.path("interact_import").asInt()).isEqualTo(1);
    assertThat(report.path("domains").path("tales").path("concepts").asInt()).isEqualTo(2);
    assertThat(report.path("files")).hasSize(2);
  }

  @Test
  void options_reach_the_import() throws IOException {
    int exitCode =
        importing(
            "--domain",
            "fables",
            "--licence",
            "CC0",
            "--source",
            "a book",
            "--published-after",
            "2024-02-03",
            "--undated",
            "keep",
            "--max-tokens",
            "fables=8");

    assertThat(exitCode).isZero();
    assertThat(concepts().lines())
        .singleElement()
        .asString()
        .contains(
            "\"domain\":\"fables\"", "\"licence\":\"CC0\"", "\"source\":\"a book\"", "\"cut\"");
    assertThat(out()).contains("was published on 2024-02-03", "Without a date: 1.");
  }

  @Test
  void undated_files_may_be_left_out() throws IOException {
    assertThat(importing("--published-after", "2024-02-02", "--undated", "leave-out")).isZero();

    assertThat(concepts().lines()).singleElement().asString().contains("\"id\":\"mill\"");
  }

  @Test
  void a_column_may_be_named() throws IOException {
    Path table = Files.writeString(root.resolve("x.csv"), "verse\nA line.\n");

    assertThat(importing(table, "--domain", "d", "--column", "text=verse")).isZero();
    assertThat(concepts()).contains("\"context\":\"A line.\"");
  }

  @Test
  void wrong_options_are_told() {
    assertThat(importing("--column", "colour=x")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(importing("--encoding", "klingon")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(importing("--undated", "maybe")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(importing("--max-tokens", "many")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(importing("--longest-side", "1")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(err())
        .contains("not 'colour'", "not 'klingon'", "not 'maybe'", "not 'many'", "--longest-side");
    assertThat(Path.of(output)).doesNotExist();
  }

  @Test
  void a_folder_that_no_import_made_is_left_alone() throws IOException {
    Files.createDirectories(Path.of(output));
    Files.writeString(Path.of(output, "mine.txt"), "mine");

    assertThat(importing()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains("holds what no import made");
  }
}
