package dev.interact.cli.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Terminal;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Table;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SetManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Lists data sets. */
final class SetTable {
  private SetTable() {}

  /** A set in JSON; a problem stands in the place of all else. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Row(
      String folder,
      String name,
      String version,
      Integer concepts,
      Integer items,
      List<String> domains,
      Boolean simulated,
      String problem) {

    static Row of(Sets.Listed listed) {
      String folder = listed.folder().toString();
      return listed
          .set()
          .map(DataSet::manifest)
          .map(set -> of(folder, set))
          .orElseGet(() -> new Row(folder, null, null, null, null, null, null, listed.problem()));
    }

    private static Row of(String folder, SetManifest set) {
      return new Row(
          folder,
          set.name(),
          set.version(),
          set.concepts(),
          set.items(),
          set.domains().stream().map(SetManifest.Domain::domain).toList(),
          !SetFigures.simulated(set).isEmpty(),
          null);
    }

    List<String> cells() {
      return List.of(
          name,
          version,
          String.join(", ", domains),
          simulated ? "simulated" : "",
          Figure.count(concepts),
          Figure.count(items));
    }
  }

  /** Prints those of a folder; says of which a manifest cannot be used, and why. */
  static void print(Path folder, JsonOption json, Terminal terminal) {
    List<Row> rows = Sets.in(folder).stream().map(Row::of).toList();
    if (json.isSet()) {
      terminal.print(JsonOption.text(rows));
      return;
    }
    terminal.print(text(rows, folder));
    rows.stream().map(Row::problem).filter(Objects::nonNull).forEach(terminal::say);
  }

  private static String text(List<Row> rows, Path folder) {
    List<List<String>> cells =
        rows.stream().filter(row -> row.problem() == null).map(Row::cells).toList();
    return cells.isEmpty()
        ? "There is no data set in '%s'.".formatted(folder)
        : new Table(List.of("name", "version", "domains", "", "concepts", "items"), 4, cells)
            .text();
  }
}
