package dev.interact.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.input.InvalidField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TablesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<TidyTable> ALL = Tables.ALL;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("ALL")
  void an_empty_table_has_all_columns_in_parquet(TidyTable table) throws IOException {
    try (TableWriter writer = new TableWriter(table, folder, EnumSet.allOf(Format.class))) {
      assertThat(writer.rows()).isZero();
    }

    MessageType schema = footer(table).getFileMetaData().getSchema();
    assertThat(schema.getFields())
        .extracting(field -> field.getName())
        .containsExactlyElementsOf(table.columns().stream().map(Column::name).toList());
    assertThat(file(table, "jsonl")).isEmptyFile();
    assertThat(file(table, "csv")).content().hasLineCount(1);
  }

  @Test
  void types_are_those_of_parquet() throws IOException {
    try (TableWriter writer = new TableWriter(Tables.ANSWERS, folder, EnumSet.of(Format.PARQUET))) {
      writer.write(row("{}"));
    }

    assertThat(footer(Tables.ANSWERS).getFileMetaData().getSchema().toString())
        .contains(
            "optional binary study (STRING)",
            "optional int64 turn",
            "optional boolean correct",
            "optional group shown (LIST)",
            "repeated group list",
            "required int64 element");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"turn":"1"}        | turn: must be a whole number.
          {"turn":1.5}        | turn: must be a whole number.
          {"correct":1}       | correct: must be a true or false.
          {"shown":[1,"2"]}   | shown: must be a list of whole numbers.
          {"study":{"a":1}}   | study: must be a text.
          """)
  void a_value_of_another_type_is_refused(String row, String problem) throws IOException {
    try (TableWriter writer = new TableWriter(Tables.ANSWERS, folder, EnumSet.of(Format.JSONL))) {
      assertThatThrownBy(() -> writer.write(row(row)))
          .isInstanceOf(InvalidField.class)
          .hasMessage(problem);
    }
  }

  @Test
  void a_long_table_is_written_in_groups_and_not_held() throws IOException {
    long seed = 7;
    Random random = new Random(seed);
    try (TableWriter writer = new TableWriter(Tables.TURNS, folder, EnumSet.of(Format.PARQUET))) {
      for (int i = 0; i < 2_000; i++) {
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);
        writer.write(
            JSON.createObjectNode().put("question", JSON.convertValue(noise, String.class)));
      }
    }

    assertThat(footer(Tables.TURNS).getBlocks())
        .as("row groups of 26 MB of text, seed %d", seed)
        .hasSizeGreaterThan(2)
        .allSatisfy(group -> assertThat(group.getTotalByteSize()).isLessThan(12L << 20));
  }

  @Test
  void odd_characters_are_kept_and_half_ones_replaced() throws IOException {
    try (TableWriter writer = new TableWriter(Tables.TURNS, folder, EnumSet.allOf(Format.class))) {
      writer.write(row("{\"question\":\"𝄞 \\u0000 \\u2028 \\ud800!\",\"answer\":\"\"}"));
    }

    ObjectNode line = row(Files.readString(file(Tables.TURNS, "jsonl")));
    assertThat(line.path("question").asText()).isEqualTo("𝄞 \u0000 \u2028 ?!");
    assertThat(Files.readString(file(Tables.TURNS, "csv"))).contains("𝄞 \u0000 \u2028 ?!,\"\",");
    assertThat(footer(Tables.TURNS).getBlocks().getFirst().getRowCount()).isEqualTo(1);
  }

  private Path file(TidyTable table, String ending) {
    return folder.resolve(table.name()).resolve(table.name() + "." + ending);
  }

  private ParquetMetadata footer(TidyTable table) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(new LocalInputFile(file(table, "parquet")))) {
      return reader.getFooter();
    }
  }

  private static ObjectNode row(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json);
  }
}
