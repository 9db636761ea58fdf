package dev.interact.orchestrator.study;

import dev.interact.preparation.order.PreparationOrder;
import dev.interact.study.Submission;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A study that was handed in. What did not change is not written: people and the writer both do.
 */
@Entity
@DynamicUpdate
@Table(name = "study")
public class StudyRow extends PanacheEntityBase {

  /** Only the calls of running studies are sent. */
  public enum State {
    RUNNING,
    PAUSED,
    FINISHED,
    /** Nothing more is sent for it, unless it is resumed or its failed dialogues are retried. */
    CANCELLED
  }

  /** What was handed in. */
  public enum Kind {
    STUDY,
    PREPARATION
  }

  @Id public String id;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  public String name;
  public byte[] submission;

  @Enumerated(EnumType.STRING)
  public State state;

  public Instant created;
  public Instant finished;
  public String owner;

  /** Why it is paused, where nobody asked for it. */
  public String reason;

  protected StudyRow() {}

  /** A study that runs from now on. */
  public StudyRow(Submission submission, byte[] json, Instant now) {
    this(submission.id(), Kind.STUDY, json, now);
    this.name = submission.study().name();
    this.owner = submission.owner();
  }

  /** A preparation that runs from now on. */
  public StudyRow(PreparationOrder order, byte[] json, Instant now) {
    this(order.id(), Kind.PREPARATION, json, now);
    this.name = order.recipe().name();
    this.owner = order.owner();
  }

  private StudyRow(String id, Kind kind, byte[] json, Instant now) {
    this.id = id;
    this.kind = kind;
    this.submission = json;
    this.state = State.RUNNING;
    this.created = now;
  }

  /**
   * A study or preparation that is stored.
   *
   * @throws NotFoundException if there is none of the id
   */
  public static StudyRow known(String id) {
    return StudyRow.<StudyRow>findByIdOptional(id)
        .orElseThrow(() -> new NotFoundException("There is no study " + id + "."));
  }

  /** A study's name. */
  public record Name(String id, String name) {}

  /** The names of all studies. */
  public static List<Name> names() {
    return find("select y.id, y.name from StudyRow y").project(Name.class).list();
  }

  /** Who pays for a study; it never changes. */
  public static String ownerOf(String id) {
    return find("select y.owner from StudyRow y where y.id = ?1", id)
        .project(String.class)
        .singleResult();
  }

  /** The studies whose calls are sent. */
  public static List<String> running() {
    return find("select y.id from StudyRow y where y.state = RUNNING order by y.created")
        .project(String.class)
        .list();
  }

  /** Sends no more of some running studies' calls, for a reason each. */
  public static void pause(Map<String, String> reasons) {
    reasons.forEach(
        (id, reason) ->
            update(
                "state = ?1, reason = ?2 where id = ?3 and state = ?4",
                State.PAUSED,
                reason,
                id,
                State.RUNNING));
  }

  /** Does what is asked of a study; what it is already, it stays. */
  public static void apply(String id, Control control) {
    update(
        "state = ?1, reason = null, finished = null where id = ?2 and state in ?3",
        control.goal(),
        id,
        control.from());
  }

  /**
   * Finishes those of some studies that have no dialogue left to run: also a paused or cancelled
   * one, whose last calls were under way or were answered for another study.
   */
  public static void finishIfOver(Collection<String> ids, Instant now) {
    for (StudyRow study : overOf(ids)) {
      study.state = State.FINISHED;
      study.reason = null;
      study.finished = now;
    }
  }

  private static List<StudyRow> overOf(Collection<String> studies) {
    return list(
        """
        from StudyRow y
        where y.id in ?1 and y.state <> FINISHED
          and not exists (
            from DialogueRow d
            where d.study = y.id and d.stage in (AWAITING_DONOR, PLANNED, AWAITING_LESSON, RUNNING))
          and not exists (
            from PreparationRow p where p.study = y.id and p.stage in (PLANNED, RUNNING))
        """,
        studies);
  }
}
