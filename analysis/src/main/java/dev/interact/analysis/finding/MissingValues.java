package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.FailedDialogues;
import dev.interact.analysis.table.Failures;
import dev.interact.analysis.table.ParseFailures;
import dev.interact.analysis.table.Rules;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would come out if what is missing counted otherwise. */
record MissingValues(Basis basis) {
  private static final String ID = "missing-values";

  Section section() {
    List<Block> blocks = new ArrayList<>();
    if (basis.arms(arm -> true).stream().noneMatch(this::misses)) {
      blocks.add(
          new Text(
              "No dialogue failed, and every item of the last quizzes could be read, so that it makes no difference how missing values are counted."));
    } else {
      blocks.add(sensitivities());
      reasons().ifPresent(blocks::add);
    }
    return new Section(ID, "Missing values", blocks);
  }

  private boolean misses(ArmKey arm) {
    Double unread = unread(arm);
    return failures(arm).failed() > 0 || unread == null || unread > 0;
  }

  private Double unread(ArmKey arm) {
    Evidence evidence = basis.evidence();
    return evidence.mean(evidence.quizzes(basis.last(arm)), Tally::unread);
  }

  private Failures failures(ArmKey arm) {
    return basis.evidence().table().failures(arm);
  }

  private Table sensitivities() {
    return new Table(
        ID + "-table",
        "Accuracy after the last turn, by what missing values count",
        List.of(
            new Column("arm", false),
            new Column("unreadable, %", true),
            new Column("as wrong", true),
            new Column("left out", true),
            new Column("as chance", true),
            new Column("failed dialogues", true),
            new Column("complete pairs", true),
            new Column("all planned", true),
            new Column("all planned, failed at 0", true)),
        basis.arms(arm -> true).stream().map(this::cells).toList(),
        List.of(
            "The primary analysis counts items that could not be read as wrong and leaves failed dialogues out (complete pairs). 'All planned': a dialogue that failed keeps the accuracy it had last, 0 where it had none. Brackets are %ss, parentheses n."
                .formatted(basis.interval())));
  }

  private List<String> cells(ArmKey arm) {
    Failures failures = failures(arm);
    Double unread = unread(arm);
    return List.of(
        basis.label(arm),
        unread == null ? Wording.NONE : Numbers.one(100 * unread),
        by(arm, ParseFailures.WRONG, FailedDialogues.COMPLETE_PAIRS),
        by(arm, ParseFailures.EXCLUDED, FailedDialogues.COMPLETE_PAIRS),
        by(arm, ParseFailures.CHANCE, FailedDialogues.COMPLETE_PAIRS),
        "%d of %d".formatted(failures.failed(), failures.dialogues()),
        by(arm, ParseFailures.WRONG, FailedDialogues.COMPLETE_PAIRS),
        by(arm, ParseFailures.WRONG, FailedDialogues.ALL_PLANNED),
        by(arm, ParseFailures.WRONG, FailedDialogues.ALL_PLANNED_AT_ZERO));
  }

  private String by(ArmKey arm, ParseFailures unread, FailedDialogues failed) {
    Evidence evidence = basis.evidence().by(new Rules(unread, failed));
    Sample sample = evidence.sample(evidence.accuracies(basis.last(arm)).means());
    return sample.concepts() == 0
        ? Wording.NONE
        : "%s (%s)".formatted(Numbers.estimate(Numbers.accuracy(sample)), Numbers.units(sample));
  }

  private Optional<Table> reasons() {
    List<List<String>> rows = new ArrayList<>();
    for (ArmKey arm : basis.arms(one -> true)) {
      failures(arm)
          .reasons()
          .forEach(
              (reason, count) ->
                  rows.add(List.of(basis.label(arm), reason, String.valueOf(count))));
    }
    List<Column> columns =
        List.of(
            new Column("arm", false), new Column("reason", false), new Column("dialogues", true));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table(ID + "-reasons", "Why dialogues failed", columns, rows, List.of()));
  }
}
