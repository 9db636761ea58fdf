package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.ClosedBookGate;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Slice;
import dev.interact.study.QuizMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a student knows of a domain with nothing to learn from.
 *
 * @param domain null for all
 * @param accuracy of at least one concept
 */
record Gate(String student, QuizMode mode, String domain, Sample accuracy, Estimate aboveChance) {
  private static final String ID = "closed-book-gate";

  static List<Gate> all(Basis basis) {
    return basis.arms(arm -> true).stream()
        .map(arm -> List.of(arm.student(), arm.quizMode()))
        .distinct()
        .flatMap(who -> of(basis, (String) who.get(0), (QuizMode) who.get(1)))
        .toList();
  }

  private static Stream<Gate> of(Basis basis, String student, QuizMode mode) {
    boolean several = basis.evidence().table().domains().size() > 1;
    return ClosedBookGate.of(basis.evidence(), student, mode).stream()
        .filter(gate -> gate.aboveChance().concepts() > 0)
        .filter(gate -> gate.domain() == null || several)
        .map(
            gate ->
                new Gate(
                    student,
                    mode,
                    gate.domain(),
                    basis
                        .evidence()
                        .sample(
                            basis
                                .evidence()
                                .of(new Slice(gate.domain(), null))
                                .accuracies(gate.sitting())
                                .means()),
                    Numbers.difference(gate.aboveChance())));
  }

  /** Whether the student is shown to know some of it. */
  boolean isKnown() {
    return aboveChance.interval() != null && aboveChance.interval().low() > 0;
  }

  String where() {
    return domain == null ? "all concepts" : domain;
  }

  static Section section(Basis basis, List<Gate> gates) {
    List<Block> blocks = new ArrayList<>();
    if (gates.isEmpty()) {
      blocks.add(
          new Text(
              "The study has neither 'closed-book' nor 'dynamic', so that it does not tell what its students know beforehand."));
    } else {
      sentences(basis, gates).forEach(sentence -> blocks.add(new Text(sentence)));
      blocks.add(table(basis, gates));
    }
    return new Section(ID, "What students know beforehand", blocks);
  }

  private static List<String> sentences(Basis basis, List<Gate> gates) {
    List<String> known =
        gates.stream()
            .filter(Gate::isKnown)
            .map(
                gate ->
                    "Before any lesson or question %s is above chance on %s by %s: it knows some of these concepts already, so that what is compared on them says less of learning."
                        .formatted(
                            gate.student(), gate.where(), Numbers.points(gate.aboveChance())))
            .map(basis::said)
            .toList();
    return known.isEmpty()
        ? List.of(
            basis.said(
                "No student is shown to be above chance before it learns anything. Where an interval is wide or missing, this does not show that it knows nothing."))
        : known;
  }

  private static Table table(Basis basis, List<Gate> gates) {
    return new Table(
        ID + "-table",
        "Accuracy with nothing to learn from, and chance",
        List.of(
            new Column("student", false),
            new Column("quiz", false),
            new Column("domain", false),
            new Column("n", true),
            new Column("accuracy", true),
            new Column("chance", true),
            new Column("above chance, points [%s]".formatted(basis.interval()), true)),
        gates.stream().map(Gate::cells).toList(),
        List.of(
            "Closed-book and turn 0 of 'dynamic' are the same model calls: they are equal by construction, and never tested against each other."));
  }

  private List<String> cells() {
    double mean = 100 * accuracy.mean();
    return List.of(
        student,
        mode.label(),
        where(),
        Numbers.units(accuracy),
        Numbers.one(mean),
        Numbers.one(mean - aboveChance.value()),
        Numbers.estimate(aboveChance));
  }
}
