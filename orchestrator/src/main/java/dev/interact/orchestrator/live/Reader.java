package dev.interact.orchestrator.live;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.projection.Figures;
import dev.interact.orchestrator.projection.Head;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Reads of a study as a whole what a view begins with. To be asked within a transaction. */
@Singleton
class Reader {
  private final Statuses statuses;

  Reader(Statuses statuses) {
    this.statuses = statuses;
  }

  /** What is said of a study, and its figures. */
  record Whole(Head head, Figures figures) {}

  Whole read(StudyRow study) {
    StudyStatus status = statuses.of(study);
    return new Whole(head(status), figures(status));
  }

  private static Head head(StudyStatus status) {
    return new Head(
        status.id(),
        status.name(),
        status.kind(),
        status.state(),
        status.reason(),
        status.turns(),
        status.owner(),
        status.created(),
        status.started(),
        status.finishedAt());
  }

  private static Figures figures(StudyStatus status) {
    StudyStatus.Account budget = status.budget();
    return new Figures(
        status.calls().planned(),
        status.calls().done(),
        budget.spent().calls(),
        status.calls().inFlight(),
        retried(status.id()),
        failed(status.id()),
        new Figures.Money(
            budget.cap().usd(),
            budget.spent().usd(),
            budget.reserved().usd(),
            status.tokens().input(),
            status.tokens().output()));
  }

  private static Set<String> retried(String study) {
    return new HashSet<>(
        AttemptRow.find(
                """
                select a.id from AttemptRow a
                where a.study = ?1 and a.status in (TRANSIENT, RATE_LIMITED, LOST)
                """,
                study)
            .project(String.class)
            .list());
  }

  private static Set<String> failed(String study) {
    return new HashSet<>(
        CallRow.find(
                """
                select distinct c.key from StepRow s join CallRow c on c.key = s.call
                where s.study = ?1 and c.status = FAILED
                """,
                study)
            .project(String.class)
            .list());
  }
}
