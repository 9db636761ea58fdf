package dev.interact.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.tables.Tables;
import dev.interact.tables.TidyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DocumentedColumnsTest {
  private static final List<TidyTable> ALL = Tables.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  void every_column_is_documented_as_it_is(TidyTable table) throws IOException {
    Path page = Path.of(System.getProperty("interact.root"), "docs/exporting.md");

    assertThat(Files.readString(page))
        .contains("### " + table.name(), DatasetCard.described(table));
  }
}
