package dev.interact.orchestrator.status;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how far studies are. */
@Singleton
public class Statuses {
  private final Library library;
  private final Spending spending;

  Statuses(Library library, Spending spending) {
    this.library = library;
    this.spending = spending;
  }

  /** How far a study is. To be called within a transaction or a request. */
  public StudyStatus of(StudyRow study) {
    int turns = library.study(study.id).study().turns();
    Map<Stage, Long> stages = stages(study.id);
    List<Spending.Line> spent = spending.ofStudy(study.id);
    return new StudyStatus(
        study.id,
        study.name,
        study.owner,
        study.state.name().toLowerCase(Locale.ROOT),
        study.reason,
        List.of(),
        turns,
        new StudyStatus.Dialogues(
            stages.values().stream().mapToLong(Long::longValue).sum(),
            stages.getOrDefault(Stage.FINISHED, 0L),
            stages.getOrDefault(Stage.FAILED, 0L)),
        calls(study.id, turns),
        spent.stream().mapToLong(Spending.Line::attempts).sum(),
        new StudyStatus.Tokens(
            spent.stream().mapToLong(Spending.Line::input).sum(),
            spent.stream().mapToLong(Spending.Line::output).sum()),
        spent.stream().mapToDouble(Spending.Line::cost).sum(),
        null,
        StudyStatus.Failure.of(study.id),
        study.created,
        study.finished);
  }

  private static Map<Stage, Long> stages(String study) {
    record Count(Stage stage, Long number) {}
    Map<Stage, Long> stages = new EnumMap<>(Stage.class);
    DialogueRow.find(
            "select d.stage, count(d) from DialogueRow d where d.study = ?1 group by d.stage",
            study)
        .project(Count.class)
        .list()
        .forEach(count -> stages.put(count.stage(), count.number()));
    return stages;
  }

  private static StudyStatus.Calls calls(String study, int turns) {
    return new StudyStatus.Calls(
        planned(study, turns),
        StepRow.count("study = ?1 and not open", study),
        AttemptRow.count(
            "from AttemptRow a where a.status in (TRANSIENT, RATE_LIMITED, REJECTED, LOST) and exists (from StepRow s where s.call = a.call and s.study = ?1)",
            study),
        AttemptRow.count(
            "from AttemptRow a where a.status = SENT and exists (from StepRow s where s.call = a.call and s.open and s.study = ?1)",
            study));
  }

  private static long planned(String study, int turns) {
    record Count(dev.interact.study.Condition condition, int parts, Long number) {}
    return DialogueRow.find(
            """
            select d.condition, d.parts, count(d) from DialogueRow d
            where d.study = ?1 group by d.condition, d.parts
            """,
            study)
        .project(Count.class)
        .stream()
        .mapToLong(count -> count.number() * count.condition().calls(turns, count.parts()))
        .sum();
  }
}
