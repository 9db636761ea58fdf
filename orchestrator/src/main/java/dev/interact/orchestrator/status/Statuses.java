package dev.interact.orchestrator.status;

import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.preparation.PreparationRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Human;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says how far studies are. */
@Singleton
public class Statuses {
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final Clock clock = Clock.systemUTC();
  private final Library library;
  private final Waiting waiting;

  Statuses(Library library, Waiting waiting) {
    this.library = library;
    this.waiting = waiting;
  }

  /** How far a study is. To be called within a transaction or a request. */
  public StudyStatus of(StudyRow study) {
    boolean isStudy = study.kind == StudyRow.Kind.STUDY;
    AccountRow account = AccountRow.find(study.id);
    StudyStatus.Calls calls = calls(study.id);
    return new StudyStatus(
        study.id,
        study.kind.name().toLowerCase(Locale.ROOT),
        study.name,
        study.owner,
        study.state.name().toLowerCase(Locale.ROOT),
        study.reason,
        study.state == StudyRow.State.RUNNING ? waiting(study) : List.of(),
        isStudy ? library.study(study.id).study().turns() : 0,
        isStudy ? dialogues(study.id) : concepts(study.id),
        calls,
        AttemptRow.count("study = ?1 and model <> ?2", study.id, Human.ALIAS),
        new StudyStatus.Tokens(account.inputTokens, account.outputTokens),
        account.spent().inDollars().usd(),
        StudyStatus.Account.of(account),
        study.state == StudyRow.State.RUNNING ? eta(study.id, calls) : null,
        StudyStatus.Failure.of(study.id),
        study.created,
        study.started,
        study.finished);
  }

  private List<String> waiting(StudyRow study) {
    return switch (study.kind) {
      case STUDY -> waiting.of(study.id, library.study(study.id).study());
      case PREPARATION -> waiting.of(library.preparation(study.id).recipe());
    };
  }

  private static StudyStatus.Dialogues dialogues(String study) {
    return new StudyStatus.Dialogues(
        DialogueRow.count("study", study),
        DialogueRow.count("study = ?1 and stage = ?2", study, DialogueRow.Stage.FINISHED),
        DialogueRow.count("study = ?1 and stage = ?2", study, DialogueRow.Stage.FAILED));
  }

  private static StudyStatus.Dialogues concepts(String study) {
    return new StudyStatus.Dialogues(
        PreparationRow.count("study", study),
        PreparationRow.count("study = ?1 and stage = ?2", study, PreparationRow.Stage.FINISHED),
        PreparationRow.count("study = ?1 and stage = ?2", study, PreparationRow.Stage.FAILED));
  }

  private static StudyStatus.Calls calls(String study) {
    return new StudyStatus.Calls(
        planned(study),
        StepRow.count("study = ?1 and not open", study),
        AttemptRow.count(
            "study = ?1 and status in (TRANSIENT, RATE_LIMITED, REJECTED, LOST)", study),
        AttemptRow.count("study = ?1 and status = SENT", study));
  }

  /** Answers that were recorded before cost no time, so that it may be over sooner. */
  private Long eta(String study, StudyStatus.Calls calls) {
    long lately =
        AttemptRow.count(
            "study = ?1 and status = COMPLETED and sent > ?2 and ended > ?2",
            study,
            clock.instant().minus(LATELY));
    long left = Math.max(0, calls.planned() - calls.done());
    return lately == 0 ? null : left * LATELY.toSeconds() / lately;
  }

  private static long planned(String study) {
    return sum("select sum(d.plannedCalls) from DialogueRow d where d.study = ?1", study)
        + sum("select sum(p.plannedCalls) from PreparationRow p where p.study = ?1", study);
  }

  private static long sum(String query, String study) {
    Long sum = DialogueRow.find(query, study).project(Long.class).singleResult();
    return sum == null ? 0 : sum;
  }
}
