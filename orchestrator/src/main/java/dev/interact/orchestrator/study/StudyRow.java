package dev.interact.orchestrator.study;

import dev.interact.study.Submission;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A study that was handed in. */
@Entity
@Table(name = "study")
public class StudyRow extends PanacheEntityBase {

  /** Only the calls of running studies are sent. */
  public enum State {
    RUNNING,
    PAUSED,
    FINISHED
  }

  @Id public String id;
  public String name;
  public byte[] submission;

  @Enumerated(EnumType.STRING)
  public State state;

  public Instant created;
  public Instant finished;

  protected StudyRow() {}

  /** A study that runs from now on. */
  public StudyRow(Submission submission, byte[] json, Instant now) {
    this.id = submission.id();
    this.name = submission.study().name();
    this.submission = json;
    this.state = State.RUNNING;
    this.created = now;
  }

  /** Sends no more of its calls; those in flight are recorded. */
  public void pause() {
    state = state == State.RUNNING ? State.PAUSED : state;
  }

  /** Goes on where it was paused. */
  public void resume() {
    state = state == State.PAUSED ? State.RUNNING : state;
  }

  /** Running studies, of some, that no dialogue of is left to run. */
  public static List<StudyRow> overOf(Collection<String> studies) {
    return list(
        """
        from StudyRow y
        where y.id in ?1 and y.state = RUNNING
          and not exists (
            from DialogueRow d
            where d.study = y.id and d.stage in (PLANNED, AWAITING_LESSON, RUNNING))
        """,
        studies);
  }
}
