package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.curve.LearningCurve;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Slice;
import dev.interact.study.Concept.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
      cells.add(turn > curve.lastTurn() ? Wording.NONE : points(curve.points().get(turn).mean()));
    }
    cells.add(accuracy(end.accuracy()));
    boolean asks = curve.lastTurn() > 0;
    cells.add(asks ? Numbers.estimateOf(curve.gain()) : Wording.NONE);
    cells.add(asks ? accuracy(curve.auc()) : Wording.NONE);
    Integer saturated = asks ? curve.saturationTurn(basis.margin() / 100) : null;
    cells.add(saturated == null ? Wording.NONE : String.valueOf(saturated));
    cells.add(points(end.unread()));
    return cells;
  }

  private static String points(Double share) {
    return share == null ? Wording.NONE : Numbers.one(100 * share);
  }

  private static String accuracy(Sample sample) {
    return sample.concepts() == 0 ? Wording.NONE : Numbers.estimate(Numbers.accuracy(sample));
  }

  /** Null where there is but one domain. */
  private Table domains(List<LearningCurve> curves) {
    Map<String, Slice> domains = new LinkedHashMap<>();
    basis
        .evidence()
        .table()
        .domains()
        .forEach(domain -> domains.put(domain, new Slice(domain, null)));
    return domains.size() < 2 ? null : parts("domain", curves, domains);
  }

  /** Null where no item has a level. */
  private Table levels(List<LearningCurve> curves) {
    Map<String, Slice> levels = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      Slice slice = new Slice(null, level);
      if (curves.stream().anyMatch(curve -> last(curve.arm(), slice).concepts() > 0)) {
        levels.put(level.label(), slice);
      }
    }
    return levels.isEmpty() ? null : parts("level", curves, levels);
  }

  private Table parts(String name, List<LearningCurve> curves, Map<String, Slice> slices) {
    List<Column> columns = new ArrayList<>(List.of(new Column("arm", false)));
    slices.keySet().forEach(title -> columns.add(new Column(title, true)));
    return new Table(
        LearningCurves.ID + "-by-" + name,
        "Accuracy after the last turn, by %s [%s]".formatted(name, basis.interval()),
        columns,
        curves.stream().map(curve -> cells(curve.arm(), slices.values())).toList(),
        List.of("In parentheses is n. Without an interval there are fewer than 10 clusters."));
  }

  private List<String> cells(ArmKey arm, Collection<Slice> slices) {
    return Stream.concat(
            Stream.of(basis.label(arm)), slices.stream().map(slice -> counted(arm, slice)))
        .toList();
  }

  private String counted(ArmKey arm, Slice slice) {
    Sample sample = last(arm, slice);
    return sample.concepts() == 0
        ? Wording.NONE
        : "%s (%s)".formatted(accuracy(sample), Numbers.units(sample));
  }

  private Sample last(ArmKey arm, Slice slice) {
    return basis.evidence().sample(basis.evidence().of(slice).accuracies(basis.last(arm)).means());
  }
}
