package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
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
  private final SharedPrefixes prefixes;
  private final Library library;

  Summaries(Results results, Spending spending, SharedPrefixes prefixes, Library library) {
    this.results = results;
    this.spending = spending;
    this.prefixes = prefixes;
    this.library = library;
  }

  /** The answers of one arm. */
  private static final class Answers {
    private final Curve curve;
    private final Curve reportedHalf;
    private final PassAt passAt;
    private final boolean selects;
    private final Horizon horizon;

    Answers(StudyFile study, Horizon horizon) {
      this.horizon = horizon;
      curve = new Curve(horizon);
      reportedHalf = new Curve(horizon);
      passAt = new PassAt(horizon, study.draws().sheet());
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

  Summary of(StudyRow study) {
    StudyFile file = library.study(study.id).study();
    Map<Arm, Answers> answers = new HashMap<>();
    Horizon.of(file).forEach((arm, horizon) -> answers.put(arm, new Answers(file, horizon)));
    results.answers(
        study,
        answer -> {
          if (answer.status().equals("finished")) {
            answers.get(answer.arm()).add(answer);
          }
        });
    List<Retests.Flips> flips = results.flips(study);
    SharedPrefixes.Shares shared = prefixes.of(study);
    return QuarkusTransaction.requiringNew().call(() -> summary(study, answers, flips, shared));
  }

  private Summary summary(
      StudyRow study,
      Map<Arm, Answers> answers,
      List<Retests.Flips> flips,
      SharedPrefixes.Shares shared) {
    var submission = library.study(study.id);
    StudyFile file = submission.study();
    Map<String, List<Spending.Line>> spent =
        spending.byArm(study.id).stream().collect(Collectors.groupingBy(Spending.Line::arm));
    List<Summary.Cell> cells =
        Dialogues.of(study.id).stream()
            .sorted(Comparator.comparing(Dialogues::arm, Arm.ORDER))
            .map(
                dialogues ->
                    cell(
                        dialogues,
                        answers.get(dialogues.arm()),
                        spent.getOrDefault(dialogues.id(), List.of()),
                        shared.arms().get(dialogues.arm())))
            .toList();
    return new Summary(
        new Summary.Study(
            study.id, study.name, study.state.name().toLowerCase(Locale.ROOT), file.turns()),
        submission.concepts().size(),
        cells,
        flips,
        Summary.Totals.of(spending.ofStudy(study.id), shared.all()),
        StudyStatus.Failure.of(study.id));
  }

  private static Summary.Cell cell(
      Dialogues dialogues, Answers answers, List<Spending.Line> spent, Double shared) {
    List<Curve.Point> curve = answers.curve.points();
    return new Summary.Cell(
        dialogues.arm(),
        curve.isEmpty() ? 0 : curve.getFirst().n(),
        dialogues.planned(),
        dialogues.at(Stage.FAILED),
        dialogues.turns(answers.horizon),
        curve,
        answers.reportedHalf(),
        answers.passAt.points(),
        curve.size() < 2 ? null : curve.getLast().accuracy() - curve.getFirst().accuracy(),
        spent.stream().mapToLong(Spending.Line::calls).sum(),
        Spending.tokens(spent),
        shared,
        spent.stream().mapToDouble(Spending.Line::cost).sum());
  }
}
