package dev.interact.cli.report;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Line;
import dev.interact.analysis.report.Block.Curves.Point;
import dev.interact.analysis.report.Block.Curves.Reference;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Report.Fact;
import dev.interact.analysis.report.Report.Standing;
import dev.interact.analysis.report.Section;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Reports with all that a report may hold. The figures are made up. */
final class Samples {
  static final String NASTY = "lesson <b>&amp; \"quotes\" 'n' `ticks` | *stars* </script>";
  static final String CJK = "学生モデル・教師との対話（六回の質問、授業なし）";
  static final String ENDLESS = "a-model-alias-without-any-space-" + "x".repeat(60);

  private static final List<Reference> CONTROLS =
      List.of(
          new Reference("chance 25.0", 25),
          new Reference("always-first 27.8", 27.8),
          new Reference("longest option 31.9", 31.9));

  private Samples() {}

  static Report whole() {
    return new Report(
        "Paper studies <all> & more",
        Standing.PARTIAL,
        true,
        List.of(
            "Static lessons raise accuracy by 17.6 points [12.1, 23.0] over closed book (n = 24 concepts, primary).",
            "Six questions without a lesson end 3.2 points [−1.0, 7.4] above the static lesson; equivalence within ±1 point is not shown.",
            "The gap between domains narrows by 4.4 points [0.3, 8.5] in the dialogue."),
        List.of(
            curves(),
            forest(),
            table(),
            special(),
            new Section("empty", "RQ5: questions and answers", List.of())),
        List.of(
            new Fact("Study", "b6635de7db90a827fd0f921a34ae6b13"),
            new Fact("Analysis hash", "sha256:" + "0123456789abcdef".repeat(4)),
            new Fact("Models", "offline (fingerprint 7f3a), offline-weak (fingerprint 99b1)"),
            new Fact("Finished", "2026-11-21T17:53:52Z")),
        "Doe, J. (2026). Paper studies <all> & more. Interact 0.1.0. https://example.org/study?a=1&b=2");
  }

  static Report of(Block... blocks) {
    return new Report(
        "One",
        Standing.FINAL,
        false,
        List.of(),
        List.of(new Section("s", "Section", List.of(blocks))),
        List.of(),
        "Cite.");
  }

  static Line line(String label, int turns, double start, double gain) {
    Random noise = new Random(label.hashCode());
    List<Point> points =
        IntStream.rangeClosed(0, turns)
            .mapToObj(
                turn ->
                    point(
                        turn,
                        start + gain * (1 - Math.exp(-turn / 2.0)) + noise.nextDouble(-1.5, 1.5)))
            .toList();
    return new Line(label, points);
  }

  private static Point point(int turn, double y) {
    return new Point(turn, y, y - 5, y + 5, 24);
  }

  private static Section curves() {
    return new Section(
        "rq1",
        "RQ1: learning curves",
        List.of(
            new Block.Text(
                "Accuracy after each turn, the mean of 24 concepts weighted equally. Ribbons are 95% intervals, cluster-robust by concept (CR2)."),
            new Curves(
                "rq1-curves",
                "Accuracy after each turn, by condition, with 95% intervals",
                "turn",
                "accuracy (%)",
                List.of(
                    line("dynamic, taught by gpt-4o", 6, 28, 26),
                    line("dynamic with a lesson, taught by gpt-4o", 6, 46, 16),
                    line("static lesson", 0, 46, 0),
                    line("full context", 0, 81, 0)),
                CONTROLS),
            new Block.Notice(
                "Compared cells were served by different model fingerprints: fp_7f3a and fp_99b1."),
            new Curves(
                "rq1-arms",
                "The same by arm: twelve arms, the others in grey",
                "turn",
                "accuracy (%)",
                IntStream.range(0, 12)
                    .mapToObj(arm -> line(armLabel(arm), 6, 20 + 3 * arm, 30 - 2 * arm))
                    .toList(),
                CONTROLS),
            six()));
  }

  private static Curves six() {
    return new Curves(
        "rq1-six",
        "Six arms that lie close together",
        "turn",
        "accuracy (%)",
        IntStream.range(0, 6)
            .mapToObj(arm -> line("student-" + arm, 6, 28 + arm, 22 - arm))
            .toList(),
        List.of(new Reference("chance 25.0", 25)));
  }

  private static String armLabel(int arm) {
    return arm == 3
        ? CJK
        : arm == 7
            ? NASTY
            : arm == 10 ? ENDLESS : "dynamic, llama-8b taught by gpt-4o, style " + arm;
  }

  private static Section forest() {
    return new Section(
        "rq2",
        "RQ2: contrasts",
        List.of(
            new Forest(
                "rq2-forest",
                "Differences in accuracy at the end, with 95% intervals",
                "difference in accuracy points",
                1.0,
                List.of(
                    new Forest.Row("dynamic − static lesson", 3.2, -1.0, 7.4, 24, true),
                    new Forest.Row(
                        "dynamic with a lesson − static lesson, over all domains",
                        12.4,
                        8.0,
                        16.8,
                        24,
                        true),
                    new Forest.Row("static lesson − closed book", 17.6, 12.1, 23.0, 24, false),
                    new Forest.Row("news: dynamic − static lesson", -4.0, null, null, 6, false),
                    new Forest.Row(CJK, 0.4, -0.2, 1.0, 24, false),
                    new Forest.Row(NASTY, -6.1, -11.0, -1.2, 24, false),
                    new Forest.Row("not estimated", Double.NaN, null, null, 0, false)))));
  }

  private static Section table() {
    List<Column> columns =
        List.of(
            new Column("student", false),
            new Column("teacher", false),
            new Column("no lesson: start", true),
            new Column("end (gain)", true),
            new Column("lesson: start", true),
            new Column("end (gain)", true),
            new Column("teacher bound", true),
            new Column("n", true));
    return new Section(
        "tables",
        "Before and after the dialogue",
        List.of(
            new Table(
                "paper-table",
                "Accuracy in per cent, in the layout of the paper",
                columns,
                List.of(
                    List.of(
                        "gpt-4o-mini",
                        "gpt-4o",
                        "28.24",
                        "54.10 (+25.86)",
                        "46.30",
                        "61.02 (+14.72)",
                        "81.02",
                        "24"),
                    List.of(NASTY, "gpt-4o", "28.24", "–", "46.30", "–", "76.85", "1,024"),
                    List.of(CJK, "-", "8.24", "–", "46.30", "–", "76.85", "24")),
                List.of("n counts concepts.", "The teacher bound has the context in view.")),
            new Table(
                "no-rows",
                "Failed dialogues",
                List.of(new Column("reason", false), new Column("count", true)),
                List.of(),
                List.of())));
  }

  private static Section special() {
    Double none = null;
    return new Section(
        "special",
        "Small studies",
        List.of(
            new Block.Text("One concept only: no interval is printed below 10 clusters."),
            new Curves(
                "one-concept",
                "One concept: curves without intervals, and gaps",
                "turn",
                "accuracy (%)",
                List.of(
                    new Line(
                        "dynamic",
                        DoubleStream.of(0, 1, 2, 3)
                            .mapToObj(x -> new Point(x, 33.3 * x, none, none, 1))
                            .toList()),
                    new Line(
                        "some intervals",
                        List.of(
                            new Point(0, 40, 30.0, 50.0, 9),
                            new Point(1, 45, none, none, 9),
                            new Point(2, 50, 42.0, 58.0, 9),
                            new Point(3, 51, 44.0, 58.0, 9))),
                    new Line("no points", List.of())),
                List.of()),
            new Curves(
                "one-turn",
                "Turn 0 only: bars instead of ribbons",
                "turn",
                "accuracy (%)",
                List.of(
                    line("closed-book", 0, 28, 0),
                    line("static-lesson", 0, 45, 0),
                    line("full-context", 0, 80, 0)),
                CONTROLS),
            new Curves("no-lines", "Nothing to draw", "turn", "accuracy (%)", List.of(), List.of()),
            new Forest(
                "no-contrasts", "No contrasts", "difference in accuracy points", none, List.of()),
            new Forest(
                "small-forest",
                "Standardised coefficients",
                "log odds",
                none,
                List.of(new Forest.Row("question length", 0.031, -0.012, 0.074, 24, false))),
            new Block.Listing(
                "The study file", "name: rq1\nconcepts: [a.jsonl]   # <all>\n```\nnot the end\n")));
  }
}
