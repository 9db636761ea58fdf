package dev.interact.cli.table;

import dev.interact.cli.api.Summary.Cell;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A column that says what an arm is. Most studies have the usual value everywhere; they are spared
 * the column.
 *
 * @param usual the paper's; null where usually there is nothing to say
 */
record Axis(String header, Function<Cell, Object> value, String usual) {
  private static final List<Axis> ALWAYS =
      List.of(
          new Axis("student", Cell::student, null),
          new Axis("teacher", Cell::teacher, null),
          new Axis("lesson by", Cell::lessonAuthor, null));

  private static final List<Axis> WHERE_UNUSUAL =
      List.of(
          new Axis("quiz", Cell::quizMode, "sheet"),
          new Axis("strategy", Cell::strategy, "plain"),
          new Axis("style", Cell::style, "full"),
          new Axis("from", Cell::from, null),
          new Axis("framing", Cell::framing, null),
          new Axis("at", Cell::at, null));

  /** The models. */
  static List<Axis> models() {
    return ALWAYS;
  }

  /** Those of the others in which some cell is unusual. */
  static List<Axis> unusual(List<Cell> cells) {
    return WHERE_UNUSUAL.stream().filter(axis -> cells.stream().anyMatch(axis::isUnusual)).toList();
  }

  private boolean isUnusual(Cell cell) {
    Object here = value.apply(cell);
    return here != null && !here.equals(usual);
  }

  String text(Cell cell) {
    return Figure.name(Objects.toString(value.apply(cell), null));
  }

  /** What all of these cells have that have any. */
  String text(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> value.apply(cell) != null)
        .findFirst()
        .map(this::text)
        .orElse(Figure.NONE);
  }
}
