package dev.interact.orchestrator.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.budget.Amount;
import dev.interact.orchestrator.budget.Cap;
import dev.interact.orchestrator.projection.LiveStudies;
import dev.interact.orchestrator.projection.LiveStudy;
import dev.interact.orchestrator.study.StudyRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads from the database what views begin with, all of it as of one moment. */
@Singleton
class Readers {
  private static final int LONGEST_SECONDS = 300;
  private static final int LINES = 10_000;

  private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

  private final EventTopic topic;
  private final StudyReader studies;
  private final PreparationReader preparations;

  /** The lines of studies that are over, which are not read again. */
  private final Cache<Over, ObjectNode> lines = Caffeine.newBuilder().maximumSize(LINES).build();

  Readers(EventTopic topic, StudyReader studies, PreparationReader preparations) {
    this.topic = topic;
    this.studies = studies;
    this.preparations = preparations;
  }

  /** What is paid, or told, of a study that is over makes another line of it. */
  private record Over(String id, Instant finished, Amount spent, Amount reserved, Cap cap) {
    static Over of(StudyRow row) {
      AccountRow account = AccountRow.find(row.id);
      return new Over(row.id, row.finished, account.spent(), account.reserved(), account.cap());
    }
  }

  /**
   * A study or preparation with everything, and what is told from an offset on.
   *
   * @param offset before the reading began; all that was told before was stored by then
   * @throws NotFoundException if there is none
   */
  LiveStudy study(String id, long offset) {
    Instant finished = QuarkusTransaction.requiringNew().call(() -> find(id).finished);
    long last = finished == null ? offset : Math.min(offset, lastOf(finished).orElse(offset));
    return atOneMoment(() -> read(find(id), true, last));
  }

  /**
   * Events of a study that is over are looked for there, not at the end of those of all studies.
   */
  private Optional<Long> lastOf(Instant finished) {
    return topic.lastBefore(finished.plus(TOLD_WITHIN));
  }

  /** All of them, a line each. */
  LiveStudies all(long offset) {
    LiveStudies all = new LiveStudies(offset);
    List<StudyRow> rows = QuarkusTransaction.requiringNew().call(() -> StudyRow.listAll());
    rows.forEach(row -> atOneMoment(() -> add(all, find(row.id), offset)));
    return all;
  }

  /** Reads marks that are not told. */
  void mark(LiveStudy live, Collection<String> finished) {
    QuarkusTransaction.requiringNew().run(() -> studies.mark(live, finished));
  }

  private Void add(LiveStudies all, StudyRow row, long offset) {
    switch (row.state) {
      case RUNNING, PAUSED, CANCELLED -> all.add(read(row, false, offset));
      case FINISHED ->
          all.add(
              row.id, lines.get(Over.of(row), any -> read(row, false, offset).line(Instant.now())));
    }
    return null;
  }

  private LiveStudy read(StudyRow row, boolean curves, long offset) {
    return switch (row.kind) {
      case STUDY -> studies.read(row, curves, offset);
      case PREPARATION -> preparations.read(row, offset);
    };
  }

  private static <T> T atOneMoment(Callable<T> reading) {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              StudyRow.getEntityManager()
                  .createNativeQuery("set transaction isolation level repeatable read, read only")
                  .executeUpdate();
              return reading.call();
            });
  }

  private static StudyRow find(String id) {
    return StudyRow.<StudyRow>findByIdOptional(id)
        .orElseThrow(() -> new NotFoundException("There is no study " + id + "."));
  }
}
