package dev.interact.cli.export;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.cli.api.Summary;
import dev.interact.cli.results.PrintedResults;
import dev.interact.cli.table.Table;
import dev.interact.tables.Format;
import dev.interact.tables.Tables;
import dev.interact.tables.TidyTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The dataset card: {@code README.md} in the form of Hugging Face, by which its library finds the
 * tables.
 *
 * @param rows the number of rows of each table
 */
record DatasetCard(ResultsFiles results, ConceptTerms terms, Map<String, Long> rows) {
  private static final String DEFAULT = Tables.ANSWERS.name();

  /**
   * The whole card.
   *
   * @param format of the files that are loaded
   */
  String markdown(Format format) {
    Provenance provenance = new Provenance(results);
    return """
    ---
    pretty_name: %s
    tags:
    - interact
    %sconfigs:
    %s
    ---

    # %s

    %s
    %s
    ## How to open it

    %s

    ## Tables

    %s

    %s

    ## Licence and sources of the concepts

    %s

    ## How it was made

    %s

    ## Citation

    %s
    """
        .formatted(
            TextNode.valueOf(name()),
            summary().isSimulated() ? "- simulated\n" : "",
            configs(format),
            name(),
            description(),
            simulated(),
            opening(format),
            tables(),
            columns(),
            terms.markdown(),
            provenance.markdown(),
            provenance.citation());
  }

  private Summary summary() {
    return results.summary();
  }

  private String name() {
    return summary().study().name();
  }

  private static String configs(Format format) {
    return Tables.ALL.stream()
        .map(
            table ->
                "- config_name: %s\n  data_files: %s%s"
                    .formatted(
                        table.name(),
                        files(table.name(), format),
                        table.name().equals(DEFAULT) ? "\n  default: true" : ""))
        .collect(Collectors.joining("\n"));
  }

  private static String files(String table, Format format) {
    return "%s/*.%s".formatted(table, format.ending());
  }

  private String description() {
    Summary.Totals totals = summary().totals();
    return String.format(
        Locale.ROOT,
        """
        Results of a learning experiment between language models: students that never see a text or an
        image ask teachers that do, and sit a multiple-choice quiz after every turn.

        %,d concepts, %,d dialogues (%,d failed), %,d answers to items, %,d model calls, $%,.2f.
        The study is %s%s.
        """,
        summary().concepts(),
        rows.get(Tables.DIALOGUES.name()),
        summary().cells().stream().mapToLong(Summary.Cell::failed).sum(),
        rows.get(Tables.ANSWERS.name()),
        totals.calls(),
        totals.cost(),
        summary().study().state(),
        "finished".equals(summary().study().state()) ? "" : ", and its results are partial");
  }

  private String simulated() {
    return summary().simulatesSome() ? "**" + PrintedResults.SIMULATED + "**\n" : "";
  }

  private static String opening(Format format) {
    return """
    ```python
    datasets.load_dataset("DIR", "%s")
    ```

    ```sql
    SELECT * FROM 'DIR/%s';
    ```

    `inspect_ai.log.read_eval_log("DIR/inspect/NAME.json")` loads the dialogues as samples."""
        .formatted(DEFAULT, files(DEFAULT, format));
  }

  private String tables() {
    return new Table(
            List.of("table", "a row is", "rows"),
            2,
            Tables.ALL.stream()
                .map(
                    table ->
                        List.of(
                            "`" + table.name() + "`",
                            table.row(),
                            Long.toString(rows.get(table.name()))))
                .toList())
        .markdown();
  }

  private static String columns() {
    return Tables.ALL.stream().map(DatasetCard::columns).collect(Collectors.joining("\n\n"));
  }

  private static String columns(TidyTable table) {
    return "### %s\n\n%s".formatted(table.name(), described(table));
  }

  /** The columns of a table, for people: name, type and meaning. */
  static String described(TidyTable table) {
    return new Table(
            List.of("column", "type", "meaning"),
            3,
            table.columns().stream()
                .map(one -> List.of("`" + one.name() + "`", one.type().label(), one.meaning()))
                .toList())
        .markdown();
  }
}
