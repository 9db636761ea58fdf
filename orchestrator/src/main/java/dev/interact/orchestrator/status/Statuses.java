package dev.interact.orchestrator.status;

import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.StudyFile;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how far studies are. */
@Singleton
public class Statuses {
  private final Library library;
  private final Waiting waiting;

  Statuses(Library library, Waiting waiting) {
    this.library = library;
    this.waiting = waiting;
  }

  /** How far a study is. To be called within a transaction or a request. */
  public StudyStatus of(StudyRow study) {
    StudyFile file = library.study(study.id).study();
    Map<Stage, Long> stages = stages(study.id);
    AccountRow account = AccountRow.find(study.id);
    return new StudyStatus(
        study.id,
        study.name,
        study.owner,
        study.state.name().toLowerCase(Locale.ROOT),
        study.reason,
        study.state == StudyRow.State.RUNNING ? waiting.of(file) : List.of(),
        file.turns(),
        new StudyStatus.Dialogues(
            stages.values().stream().mapToLong(Long::longValue).sum(),
            stages.getOrDefault(Stage.FINISHED, 0L),
            stages.getOrDefault(Stage.FAILED, 0L)),
        calls(study.id),
        AttemptRow.count("study", study.id),
        new StudyStatus.Tokens(account.inputTokens, account.outputTokens),
        account.spent().inDollars().usd(),
        StudyStatus.Account.of(account),
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

  private static StudyStatus.Calls calls(String study) {
    return new StudyStatus.Calls(
        planned(study),
        StepRow.count("study = ?1 and not open", study),
        AttemptRow.count(
            "study = ?1 and status in (TRANSIENT, RATE_LIMITED, REJECTED, LOST)", study),
        AttemptRow.count("study = ?1 and status = SENT", study));
  }

  private static long planned(String study) {
    return DialogueRow.find(
            "select coalesce(sum(d.plannedCalls), 0) from DialogueRow d where d.study = ?1", study)
        .project(Long.class)
        .singleResult();
  }
}
