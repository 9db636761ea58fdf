package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.curve.LearningCurve;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Slice;
import dev.interact.study.Concept.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Learning curves as tables. */
record CurveTables(Basis basis) {

  List<Table> all(List<LearningCurve> curves) {
    return Stream.of(turns(curves), domains(curves), levels(curves))
        .filter(Objects::nonNull)
        .toList();
  }

  private Table turns(List<LearningCurve> curves) {
    int last = curves.stream().mapToInt(LearningCurve::lastTurn).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("arm", false));
    columns.add(new Column("n", true));
    columns.add(new Column("clusters", true));
    for (int turn = 0; turn <= last; turn++) {
      columns.add(new Column("turn " + turn, true));
    }
    String ci = " [%s]".formatted(basis.interval());
    Stream.of("last turn" + ci, "gain" + ci, "AUC" + ci, "saturates at turn", "unreadable, %")
        .forEach(title -> columns.add(new Column(title, true)));
    return new Table(
        LearningCurves.ID + "-table",
        "Accuracy after each turn",
        columns,
        curves.stream().map(curve -> cells(curve, last)).toList(),
        List.of(
            "n is of the last turn. Gain: last turn less turn 0. AUC: area under the curve by the trapezoidal rule over the number of turns, an accuracy. Unreadable: share of items of the last quiz.",
            "Saturates: the first turn from which on the mean stays within %s of its last value; '-' where that is only the last turn."
                .formatted(Sentences.margin(basis.margin()))));
  }

  private List<String> cells(LearningCurve curve, int last) {
    LearningCurve.Point end = curve.points().getLast();
    List<String> cells = new ArrayList<>();
    cells.add(basis.label(curve.arm()));
    cells.add(String.valueOf(end.accuracy().concepts()));
    cells.add(String.valueOf(end.accuracy().clusters()));
    for (int turn = 0; turn <= last; turn++) {
      cells.add(turn > curve.lastTurn() ? Numbers.NONE : points(curve.points().get(turn).mean()));
    }
    cells.add(accuracy(end.accuracy()));
    boolean asks = curve.lastTurn() > 0;
    cells.add(asks ? Numbers.estimateOf(curve.gain()) : Numbers.NONE);
    cells.add(asks ? accuracy(curve.auc()) : Numbers.NONE);
    Integer saturated = asks ? curve.saturationTurn(basis.margin() / 100) : null;
    cells.add(saturated == null ? Numbers.NONE : String.valueOf(saturated));
    cells.add(points(end.unread()));
    return cells;
  }

  private static String points(Double share) {
    return share == null ? Numbers.NONE : Numbers.one(100 * share);
  }

  private static String accuracy(Sample sample) {
    return sample.concepts() == 0 ? Numbers.NONE : Numbers.estimate(Numbers.accuracy(sample));
  }

  /** Null where there is but one domain. */
  private Table domains(List<LearningCurve> curves) {
    List<String> domains = List.copyOf(basis.evidence().table().domains());
    return domains.size() < 2
        ? null
        : parts("domain", curves, domains, domain -> domain, domain -> new Slice(domain, null));
  }

  /** Null where no item has a level. */
  private Table levels(List<LearningCurve> curves) {
    List<Level> levels =
        Arrays.stream(Level.values())
            .filter(
                level ->
                    curves.stream()
                        .anyMatch(
                            curve -> last(curve.arm(), new Slice(null, level)).concepts() > 0))
            .toList();
    return levels.isEmpty()
        ? null
        : parts("level", curves, levels, Level::label, level -> new Slice(null, level));
  }

  private <T> Table parts(
      String name,
      List<LearningCurve> curves,
      List<T> parts,
      Function<T, String> title,
      Function<T, Slice> slice) {
    List<Column> columns = new ArrayList<>(List.of(new Column("arm", false)));
    parts.forEach(part -> columns.add(new Column(title.apply(part), true)));
    return new Table(
        LearningCurves.ID + "-by-" + name,
        "Accuracy after the last turn, by %s [%s]".formatted(name, basis.interval()),
        columns,
        curves.stream()
            .map(
                curve ->
                    Stream.concat(
                            Stream.of(basis.label(curve.arm())),
                            parts.stream().map(part -> counted(curve.arm(), slice.apply(part))))
                        .toList())
            .toList(),
        List.of("In parentheses is n. Without an interval there are fewer than 10 clusters."));
  }

  private String counted(ArmKey arm, Slice slice) {
    Sample sample = last(arm, slice);
    return sample.concepts() == 0
        ? Numbers.NONE
        : "%s (%s)".formatted(accuracy(sample), Numbers.units(sample));
  }

  private Sample last(ArmKey arm, Slice slice) {
    return basis.evidence().sample(basis.evidence().of(slice).accuracies(basis.last(arm)).means());
  }
}
