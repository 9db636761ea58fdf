package dev.interact.cli.table;

import dev.interact.cli.api.Summary.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The leading columns of tables with a row for each arm: all that tells it from the others. */
final class Arms {
  private final List<Axis> axes;

  /** The columns that some cells need. */
  Arms(List<Cell> cells) {
    this.axes =
        Stream.of(
                List.of(new Axis("condition", Cell::condition, null)),
                Axis.models(),
                Axis.unusual(cells))
            .flatMap(List::stream)
            .toList();
  }

  int columns() {
    return axes.size();
  }

  /** To be continued by the other columns. */
  List<String> header() {
    return new ArrayList<>(axes.stream().map(Axis::header).toList());
  }

  /** To be continued by the other columns. */
  List<String> of(Cell cell) {
    return new ArrayList<>(axes.stream().map(axis -> axis.text(cell)).toList());
  }
}
