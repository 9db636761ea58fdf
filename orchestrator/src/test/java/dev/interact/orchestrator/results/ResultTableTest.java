package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.tables.Tables;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void every_table_of_an_export_is_handed_out_by_its_name() {
    assertThat(Stream.of(ResultTable.values()).map(ResultTable::tidy))
        .containsExactlyElementsOf(Tables.ALL);
    assertThat(Tables.ALL)
        .allSatisfy(
            table ->
                assertThat(ResultTable.of(table.name()))
                    .hasValueSatisfying(one -> assertThat(one.tidy()).isSameAs(table)));
    assertThat(ResultTable.of("none")).isEmpty();
  }
}
