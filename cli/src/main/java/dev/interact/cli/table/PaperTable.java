package dev.interact.cli.table;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import dev.interact.study.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The results in the layout of the paper's table: a row for each student, teacher and lesson
 * author; accuracy before the first question and after the last, without a lesson and with one; and
 * the teacher bound. Where no dialogue was run, closed-book and static-lesson give the start.
 *
 * <p>Forks are left out. Of several strategies and styles the paper's own are shown, or else the
 * first; each quiz mode has rows of its own.
 */
public final class PaperTable {
  private static final List<String> FIGURES =
      List.of(
          "no lesson: start", "end (gain)", "lesson: start", "end (gain)", "teacher bound", "n");
  private static final List<String> CONDITIONS =
      Arrays.stream(Condition.values()).map(Condition::label).toList();

  private final List<Cell> cells;

  /** Of one quiz mode. */
  private PaperTable(List<Cell> cells) {
    this.cells = cells;
  }

  public static Table of(Summary summary) {
    List<Cell> plain = plain(summary.cells());
    List<Axis> axes = Axis.unusual(plain);
    List<String> header = new ArrayList<>(Axis.models().stream().map(Axis::header).toList());
    axes.forEach(axis -> header.add(axis.header()));
    int labels = header.size();
    header.addAll(FIGURES);
    List<List<String>> rows = new ArrayList<>();
    for (String mode : plain.stream().map(Cell::quizMode).distinct().toList()) {
      List<Cell> ofMode = plain.stream().filter(cell -> cell.quizMode().equals(mode)).toList();
      PaperTable table = new PaperTable(ofMode);
      List<String> unusual = axes.stream().map(axis -> axis.text(ofMode)).toList();
      table.rows().forEach(row -> rows.add(table.texts(row, unusual)));
    }
    return new Table(header, labels, rows);
  }

  private static List<Cell> plain(List<Cell> cells) {
    List<Cell> unforked =
        cells.stream().filter(cell -> CONDITIONS.contains(cell.condition())).toList();
    return only(only(unforked, Cell::strategy, "plain"), Cell::style, "full");
  }

  /** Those with the preferred value, or else with the first that there is; and those with none. */
  private static List<Cell> only(List<Cell> cells, Function<Cell, String> value, String preferred) {
    List<String> there = cells.stream().map(value).filter(Objects::nonNull).distinct().toList();
    String kept = there.contains(preferred) || there.isEmpty() ? preferred : there.getFirst();
    return cells.stream()
        .filter(cell -> value.apply(cell) == null || value.apply(cell).equals(kept))
        .toList();
  }

  /** What a row is about; null where it has no teacher or no lesson. */
  private record Row(String student, String teacher, String author) {}

  private Set<Row> rows() {
    Set<Row> rows = new LinkedHashSet<>();
    cells.stream().map(Cell::student).distinct().forEach(student -> addRows(student, rows));
    return rows;
  }

  /** Both a dialogue and a static lesson join the row that has their models, if there is one. */
  private void addRows(String student, Set<Row> rows) {
    List<Row> own = new ArrayList<>();
    of(Condition.DYNAMIC_WITH_LESSON, student).forEach(c -> own.add(row(c)));
    List<Cell> lessons = of(Condition.STATIC_LESSON, student).toList();
    of(Condition.DYNAMIC, student)
        .filter(cell -> own.stream().noneMatch(row -> cell.teacher().equals(row.teacher())))
        .toList()
        .forEach(cell -> own.add(new Row(student, cell.teacher(), ownLesson(cell, lessons))));
    lessons.stream()
        .filter(cell -> own.stream().noneMatch(row -> cell.lessonAuthor().equals(row.author())))
        .toList()
        .forEach(cell -> own.add(row(cell)));
    rows.addAll(own.isEmpty() ? List.of(new Row(student, null, null)) : own);
  }

  private static Row row(Cell cell) {
    return new Row(cell.student(), cell.teacher(), cell.lessonAuthor());
  }

  private static String ownLesson(Cell dialogue, List<Cell> lessons) {
    return lessons.stream()
        .map(Cell::lessonAuthor)
        .filter(dialogue.teacher()::equals)
        .findFirst()
        .orElse(null);
  }

  private List<String> texts(Row row, List<String> unusual) {
    Optional<Cell> dialogue =
        of(Condition.DYNAMIC, row.student()).filter(taughtBy(row)).findFirst();
    Optional<Cell> withLesson =
        of(Condition.DYNAMIC_WITH_LESSON, row.student())
            .filter(taughtBy(row))
            .filter(lessonBy(row))
            .findFirst();
    Optional<Cell> start = dialogue.or(() -> of(Condition.CLOSED_BOOK, row.student()).findFirst());
    Optional<Cell> lessonStart =
        withLesson.or(
            () -> of(Condition.STATIC_LESSON, row.student()).filter(lessonBy(row)).findFirst());
    Optional<Cell> bound = of(Condition.FULL_CONTEXT, row.student()).findFirst();
    List<String> texts = new ArrayList<>();
    texts.addAll(List.of(row.student(), Figure.name(row.teacher()), Figure.name(row.author())));
    texts.addAll(unusual);
    texts.addAll(
        List.of(start(start), end(dialogue), start(lessonStart), end(withLesson), start(bound)));
    texts.add(n(Stream.of(start, lessonStart, bound).flatMap(Optional::stream)));
    return texts;
  }

  private Stream<Cell> of(Condition condition, String student) {
    return cells.stream()
        .filter(cell -> cell.condition().equals(condition.label()))
        .filter(cell -> cell.student().equals(student));
  }

  private static Predicate<Cell> taughtBy(Row row) {
    return cell -> Objects.equals(cell.teacher(), row.teacher());
  }

  private static Predicate<Cell> lessonBy(Row row) {
    return cell -> Objects.equals(cell.lessonAuthor(), row.author());
  }

  private static String start(Optional<Cell> cell) {
    return Figure.percent(cell.flatMap(found -> found.accuracy(0)));
  }

  private static String end(Optional<Cell> cell) {
    return cell.filter(found -> found.accuracy(found.lastTurn()).isPresent())
        .map(
            found ->
                "%s (%s)"
                    .formatted(
                        Figure.percent(found.accuracy(found.lastTurn())),
                        Figure.points(Optional.ofNullable(found.gain()))))
        .orElse(Figure.NONE);
  }

  /** One number where all cells of the row have the same, otherwise the range. */
  private static String n(Stream<Cell> shown) {
    IntSummaryStatistics n = shown.mapToInt(Cell::n).summaryStatistics();
    if (n.getCount() == 0) {
      return Figure.NONE;
    }
    String least = Figure.count(n.getMin());
    return n.getMin() == n.getMax() ? least : least + "-" + Figure.count(n.getMax());
  }
}
