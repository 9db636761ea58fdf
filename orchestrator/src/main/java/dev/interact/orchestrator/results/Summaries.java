package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.status.Spending;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.StudyFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums up what a study has found out so far. */
@Singleton
class Summaries {
  private final Results results;
  private final Spending spending;
  private final Library library;

  Summaries(Results results, Spending spending, Library library) {
    this.results = results;
    this.spending = spending;
    this.library = library;
  }

  /** The answers of one arm. */
  private static final class Answers {
    private final Curve curve;
    private final Curve reportedHalf;
    private final PassAt passAt;
    private final boolean selects;

    Answers(StudyFile study) {
      curve = new Curve(study.turns());
      reportedHalf = new Curve(study.turns());
      passAt = new PassAt(study.draws().sheet());
      selects = study.selectsOnQuiz();
    }

    void add(Answer answer) {
      curve.add(answer);
      passAt.add(answer);
      if ("reported".equals(answer.half())) {
        reportedHalf.add(answer);
      }
    }

    List<Curve.Point> reportedHalf() {
      return selects ? reportedHalf.points() : null;
    }
  }

  /** The dialogues of one arm. */
  private record Dialogues(Arm arm, Map<Stage, Long> stages, Double turns) {}

  Summary of(StudyRow study) {
    StudyFile file = library.study(study.id).study();
    Map<Arm, Answers> answers = new HashMap<>();
    results.answers(
        study,
        answer -> {
          if (answer.status().equals("finished")) {
            answers.computeIfAbsent(answer.arm(), arm -> new Answers(file)).add(answer);
          }
        });
    List<Results.Flips> flips = results.flips(study);
    return QuarkusTransaction.requiringNew().call(() -> summary(study, answers, flips));
  }

  private Summary summary(StudyRow study, Map<Arm, Answers> answers, List<Results.Flips> flips) {
    var submission = library.study(study.id);
    StudyFile file = submission.study();
    Map<String, List<Spending.Line>> spent =
        spending.byArm(study.id).stream().collect(Collectors.groupingBy(Spending.Line::arm));
    List<Summary.Cell> cells =
        dialogues(study.id, file.turns()).entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getValue().arm(), Arm.ORDER))
            .map(
                entry ->
                    cell(
                        entry.getValue(),
                        answers.getOrDefault(entry.getValue().arm(), new Answers(file)),
                        spent.getOrDefault(entry.getKey(), List.of())))
            .toList();
    return new Summary(
        new Summary.Study(
            study.id, study.name, study.state.name().toLowerCase(Locale.ROOT), file.turns()),
        submission.concepts().size(),
        cells,
        flips,
        Summary.Totals.of(spending.ofStudy(study.id)),
        StudyStatus.Failure.of(study.id));
  }

  private static Map<String, Dialogues> dialogues(String study, int turns) {
    record Count(String arm, String one, Stage stage, Long number, Double turns) {}
    List<Count> counts =
        DialogueRow.find(
                """
                select d.arm, min(d.id), d.stage, count(d), avg(coalesce(d.turns, ?2))
                from DialogueRow d where d.study = ?1 group by d.arm, d.stage
                """,
                study,
                turns)
            .project(Count.class)
            .list();
    Map<String, DialogueRow> ones =
        DialogueRow.byIds(counts.stream().map(Count::one).toList()).stream()
            .collect(Collectors.toMap(row -> row.arm, row -> row, (a, b) -> a));
    return counts.stream().collect(Collectors.groupingBy(Count::arm)).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    new Dialogues(
                        ones.get(entry.getKey()).arm(),
                        entry.getValue().stream()
                            .collect(Collectors.toMap(Count::stage, Count::number)),
                        entry.getValue().stream()
                            .filter(count -> count.stage() == Stage.FINISHED)
                            .findFirst()
                            .map(Count::turns)
                            .filter(any -> ones.get(entry.getKey()).condition.hasDialogue())
                            .orElse(null))));
  }

  private static Summary.Cell cell(
      Dialogues dialogues, Answers answers, List<Spending.Line> spent) {
    List<Curve.Point> curve = answers.curve.points();
    return new Summary.Cell(
        dialogues.arm(),
        curve.isEmpty() ? 0 : curve.getFirst().n(),
        dialogues.stages().values().stream().mapToLong(Long::longValue).sum(),
        dialogues.stages().getOrDefault(Stage.FAILED, 0L),
        dialogues.turns(),
        curve,
        answers.reportedHalf(),
        answers.passAt.points(),
        curve.size() < 2 ? null : curve.getLast().accuracy() - curve.getFirst().accuracy(),
        spent.stream().mapToLong(Spending.Line::calls).sum(),
        Summary.tokens(spent),
        spent.stream().mapToDouble(Spending.Line::cost).sum());
  }
}
