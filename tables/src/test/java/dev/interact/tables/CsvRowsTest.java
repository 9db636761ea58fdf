package dev.interact.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TidyTable TABLE =
      new TidyTable(
          "t",
          "a row",
          List.of(
              new Column("text", ColumnType.TEXT, ""),
              new Column("whole", ColumnType.WHOLE_NUMBER, ""),
              new Column("number", ColumnType.NUMBER, ""),
              new Column("list", ColumnType.WHOLE_NUMBERS, ""),
              new Column("json", ColumnType.JSON, "")));

  @TempDir Path folder;

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain", "plain"),
        Arguments.of("", "\"\""),
        Arguments.of("=1+1", "'=1+1"),
        Arguments.of("+1", "'+1"),
        Arguments.of("-1", "'-1"),
        Arguments.of("@SUM(A1)", "'@SUM(A1)"),
        Arguments.of("\t=1", "'\t=1"),
        Arguments.of("\r=1", "\"'\r=1\""),
        Arguments.of(
            "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        Arguments.of("a=1", "a=1"),
        Arguments.of("a,b", "\"a,b\""),
        Arguments.of("a\nb", "\"a\nb\""),
        Arguments.of("say \"yes\"", "\"say \"\"yes\"\"\""),
        Arguments.of(" spaced ", " spaced "),
        Arguments.of("ünï→𝄞", "ünï→𝄞"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_text_is_a_cell_that_no_spreadsheet_runs(String text, String cell) {
    assertThat(CsvText.cell(text)).isEqualTo(cell);
  }

  @Test
  void numbers_keep_their_sign_and_null_is_no_empty_text() throws IOException {
    Path file = folder.resolve("t.csv");
    try (Rows rows = new CsvRows(TABLE, Files.newOutputStream(file))) {
      rows.write(row("{'text':'','whole':-1,'number':-0.5,'list':[2,0],'json':{'a':'='}}"));
      rows.write(row("{}"));
    }

    assertThat(Files.readString(file))
        .isEqualTo(
            "text,whole,number,list,json\r\n"
                + "\"\",-1,-0.5,\"[2,0]\",\"{\"\"a\"\":\"\"=\"\"}\"\r\n"
                + ",,,,\r\n");
  }

  private static ObjectNode row(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }
}
