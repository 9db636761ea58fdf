package dev.interact.orchestrator.status;

import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Human;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    boolean isReadable = library.canRead(study.id);
    AccountRow account = AccountRow.find(study.id);
    Attempts attempts = Attempts.of(study.id, clock.instant().minus(LATELY));
    StudyStatus.Calls calls = calls(study.id, attempts);
    return new StudyStatus(
        study.id,
        study.kind.name().toLowerCase(Locale.ROOT),
        study.name,
        study.owner,
        study.state.name().toLowerCase(Locale.ROOT),
        study.reason,
        study.state == StudyRow.State.RUNNING && isReadable ? waiting(study) : List.of(),
        isStudy && isReadable ? library.study(study.id).study().turns() : 0,
        isStudy ? dialogues(study.id) : concepts(study.id),
        calls,
        attempts.made(),
        new StudyStatus.Tokens(account.inputTokens, account.outputTokens),
        account.spent().inDollars().usd(),
        StudyStatus.Account.of(account),
        study.state == StudyRow.State.RUNNING ? eta(attempts, calls) : null,
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
    return stages(
        """
        select count(d), coalesce(sum(case when d.stage = FINISHED then 1 end), 0),
               coalesce(sum(case when d.stage = FAILED then 1 end), 0)
        from DialogueRow d where d.study = ?1
        """,
        study);
  }

  private static StudyStatus.Dialogues concepts(String study) {
    return stages(
        """
        select count(p), coalesce(sum(case when p.stage = FINISHED then 1 end), 0),
               coalesce(sum(case when p.stage = FAILED then 1 end), 0)
        from PreparationRow p where p.study = ?1
        """,
        study);
  }

  private static StudyStatus.Dialogues stages(String query, String study) {
    return DialogueRow.find(query, study).project(StudyStatus.Dialogues.class).singleResult();
  }

  /**
   * The attempts of a study, read in one go.
   *
   * @param made of models, not of people
   * @param lately completed since a moment, and sent since
   */
  private record Attempts(long made, long failed, long inFlight, long lately) {
    static Attempts of(String study, Instant since) {
      return AttemptRow.find(
              """
              select coalesce(sum(case when a.model <> ?2 then 1 end), 0),
                coalesce(sum(case when a.status in (TRANSIENT, RATE_LIMITED, REJECTED, LOST) then 1 end), 0),
                coalesce(sum(case when a.status = SENT then 1 end), 0),
                coalesce(sum(case when a.status = COMPLETED and a.sent > ?3 and a.ended > ?3 then 1 end), 0)
              from AttemptRow a where a.study = ?1
              """,
              study,
              Human.ALIAS,
              since)
          .project(Attempts.class)
          .singleResult();
    }
  }

  private static StudyStatus.Calls calls(String study, Attempts attempts) {
    return new StudyStatus.Calls(
        planned(study),
        StepRow.count("study = ?1 and not open", study),
        attempts.failed(),
        attempts.inFlight());
  }

  /** Answers that were recorded before cost no time, so that it may be over sooner. */
  private static Long eta(Attempts attempts, StudyStatus.Calls calls) {
    long left = Math.max(0, calls.planned() - calls.done());
    return attempts.lately() == 0 ? null : left * LATELY.toSeconds() / attempts.lately();
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
