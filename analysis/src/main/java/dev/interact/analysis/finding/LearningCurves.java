package dev.interact.analysis.finding;

import dev.interact.analysis.curve.Controls;
import dev.interact.analysis.curve.LearningCurve;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Line;
import dev.interact.analysis.report.Block.Curves.Point;
import dev.interact.analysis.report.Block.Curves.Reference;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.table.Weighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accuracy of every arm after each turn. */
record LearningCurves(Basis basis, List<LearningCurve> curves) {
  static final String ID = "learning-curves";

  /** Most curves that are still told apart in one picture. */
  private static final int MOST_LINES = 8;

  static LearningCurves of(Basis basis) {
    return new LearningCurves(
        basis,
        basis.arms(arm -> true).stream()
            .map(arm -> LearningCurve.of(basis.evidence(), arm))
            .toList());
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Text(method()));
    if (isSmall()) {
      blocks.add(
          new Notice(
              "Some accuracies come from fewer than %d clusters; no interval is given for them, because one from so few would not keep its level."
                  .formatted(Estimate.FEWEST_CLUSTERS)));
    }
    blocks.addAll(pictures());
    blocks.addAll(new CurveTables(basis).all(curves));
    return new Section(ID, "Learning curves", blocks);
  }

  private String method() {
    String weights =
        basis.evidence().units().weighting() == Weighting.BY_CONCEPT
            ? "Each concept weighs the same in a mean."
            : "Each domain weighs the same in a mean, and within it each concept.";
    return "Accuracy in points, 0 to 100. %s n counts concepts: draws of one concept are averaged first. Brackets are %ss, robust to clusters of concepts (CR2). Answers that could not be read count as wrong, and dialogues that failed are left out; 'Missing values' counts them otherwise."
        .formatted(weights, basis.interval());
  }

  private boolean isSmall() {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .anyMatch(point -> point.accuracy().clusters() < Estimate.FEWEST_CLUSTERS);
  }

  private List<Curves> pictures() {
    if (curves.size() <= MOST_LINES) {
      return List.of(picture(ID + "-figure", "All arms", curves));
    }
    Map<String, List<LearningCurve>> byStudent = new LinkedHashMap<>();
    curves.forEach(
        curve ->
            byStudent
                .computeIfAbsent(curve.arm().student(), student -> new ArrayList<>())
                .add(curve));
    List<Curves> pictures = new ArrayList<>();
    byStudent.forEach(
        (student, own) ->
            pictures.add(
                picture(
                    "%s-figure-%d".formatted(ID, pictures.size() + 1), "Student " + student, own)));
    return pictures;
  }

  private Curves picture(String id, String caption, List<LearningCurve> drawn) {
    return new Curves(
        id,
        "%s, with %ss".formatted(caption, basis.interval()),
        "turn",
        "accuracy, points",
        drawn.stream()
            .map(curve -> new Line(basis.label(curve.arm()), points(curve)))
            .filter(line -> !line.points().isEmpty())
            .toList(),
        references(drawn));
  }

  private static List<Point> points(LearningCurve curve) {
    return curve.points().stream()
        .filter(point -> point.accuracy().concepts() > 0)
        .map(LearningCurves::point)
        .toList();
  }

  private static Point point(LearningCurve.Point point) {
    Estimate accuracy = Numbers.accuracy(point.accuracy());
    Interval ends = accuracy.interval();
    return new Point(
        point.turn(),
        accuracy.value(),
        ends == null ? null : ends.low(),
        ends == null ? null : ends.high(),
        point.accuracy().concepts());
  }

  /** Of the arm with most concepts: the others' concepts are among its own, as a rule. */
  private static List<Reference> references(List<LearningCurve> drawn) {
    Controls controls =
        drawn.stream()
            .map(curve -> curve.points().getFirst())
            .reduce(
                (most, next) ->
                    next.accuracy().concepts() > most.accuracy().concepts() ? next : most)
            .orElseThrow()
            .controls();
    List<Reference> references = new ArrayList<>();
    add(references, "chance", controls.chance());
    add(references, "always the first option", controls.alwaysFirst());
    add(references, "always the longest option", controls.longestOption());
    return references;
  }

  private static void add(List<Reference> references, String label, Double share) {
    if (share != null) {
      references.add(new Reference(label, 100 * share));
    }
  }
}
