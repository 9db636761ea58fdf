package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.status.Spending;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums up what a study has found out so far. */
@Singleton
class Summaries {
  private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<Spending.Cell> ORDER =
      Comparator.comparing(Spending.Cell::student)
          .thenComparing(Spending.Cell::condition)
          .thenComparing(Spending.Cell::teacher, TEXT)
          .thenComparing(Spending.Cell::lessonAuthor, TEXT)
          .thenComparing(Spending.Cell::quizMode);

  private final Results results;
  private final Spending spending;
  private final Library library;

  Summaries(Results results, Spending spending, Library library) {
    this.results = results;
    this.spending = spending;
    this.library = library;
  }

  private record Count(
      Condition condition,
      String student,
      String teacher,
      String lessonAuthor,
      QuizMode quizMode,
      Stage stage,
      Long number) {
    Spending.Cell cell() {
      return new Spending.Cell(condition, student, teacher, lessonAuthor, quizMode);
    }
  }

  Summary of(StudyRow study) {
    Map<Spending.Cell, Curve> curves = new HashMap<>();
    results.answers(
        study,
        answer -> {
          if (answer.status().equals("finished")) {
            curves.computeIfAbsent(cell(answer), cell -> new Curve()).add(answer);
          }
        });
    return QuarkusTransaction.requiringNew().call(() -> summary(study, curves));
  }

  private Summary summary(StudyRow study, Map<Spending.Cell, Curve> curves) {
    var submission = library.study(study.id);
    int turns = submission.study().turns();
    Map<Spending.Cell, List<Spending.Line>> spent =
        spending.byCell(study.id).stream().collect(Collectors.groupingBy(Spending.Line::cell));
    Map<Spending.Cell, Map<Stage, Long>> stages = stages(study.id);
    List<Summary.Cell> cells =
        stages.entrySet().stream()
            .map(
                entry ->
                    cell(
                        entry.getKey(),
                        entry.getValue(),
                        curves.getOrDefault(entry.getKey(), new Curve()).points(),
                        spent.getOrDefault(entry.getKey(), List.of())))
            .toList();
    return new Summary(
        new Summary.Study(study.id, study.name, study.state.name().toLowerCase(Locale.ROOT), turns),
        submission.concepts().size(),
        cells,
        Summary.Totals.of(spending.ofStudy(study.id)),
        StudyStatus.Failure.of(study.id));
  }

  private static Spending.Cell cell(Answer answer) {
    return new Spending.Cell(
        answer.condition(),
        answer.student(),
        answer.teacher(),
        answer.lessonAuthor(),
        answer.quizMode());
  }

  private static Map<Spending.Cell, Map<Stage, Long>> stages(String study) {
    return DialogueRow.find(
            """
            select d.condition, d.student, d.teacher, d.lessonAuthor, d.quizMode, d.stage, count(d)
            from DialogueRow d where d.study = ?1
            group by d.condition, d.student, d.teacher, d.lessonAuthor, d.quizMode, d.stage
            """,
            study)
        .project(Count.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                Count::cell,
                () -> new TreeMap<>(ORDER),
                Collectors.toMap(Count::stage, Count::number)));
  }

  private static Summary.Cell cell(
      Spending.Cell cell,
      Map<Stage, Long> stages,
      List<Curve.Point> curve,
      List<Spending.Line> spent) {
    return new Summary.Cell(
        cell.condition(),
        cell.student(),
        cell.teacher(),
        cell.lessonAuthor(),
        cell.quizMode(),
        curve.isEmpty() ? 0 : curve.getFirst().n(),
        stages.values().stream().mapToLong(Long::longValue).sum(),
        stages.getOrDefault(Stage.FAILED, 0L),
        curve,
        curve.size() < 2 ? null : curve.getLast().accuracy() - curve.getFirst().accuracy(),
        spent.stream().mapToLong(Spending.Line::calls).sum(),
        Summary.tokens(spent),
        spent.stream().mapToDouble(Spending.Line::cost).sum());
  }
}
