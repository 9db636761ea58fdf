package dev.interact.orchestrator.study;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.database.AnyOf;
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
import java.util.Locale;
import java.util.stream.Stream;
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

  /** When its first dialogue, or concept, started; null before. */
  public Instant started;

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
   * That it was handed in, as it is told.
   *
   * @param dialogues or concepts
   * @param calls steps that they take
   */
  public Fact planned(long dialogues, long calls) {
    return new Fact.StudyPlanned(
        id, name, kind.name().toLowerCase(Locale.ROOT), owner, dialogues, calls);
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

  /** Those of some studies of which nothing has started yet. */
  static List<String> notStarted(Collection<String> ids) {
    return find(
            "select y.id from StudyRow y where holds(?1, y.id) and y.started is null",
            AnyOf.of(ids))
        .project(String.class)
        .list();
  }

  /** Sends no more of a study's calls, for a reason; whether it ran until now. */
  static boolean pause(String id, String reason) {
    return update(
            "state = ?1, reason = ?2 where id = ?3 and state = ?4",
            State.PAUSED,
            reason,
            id,
            State.RUNNING)
        > 0;
  }

  /** Does what is asked of a study; whether that changes it. */
  static boolean apply(String id, Control control) {
    return update(
            "state = ?1, reason = null, finished = null where id = ?2 and state in ?3",
            control.goal(),
            id,
            control.from())
        > 0;
  }

  /** How many of its dialogues, or concepts, have ended in one way. */
  long over(String stage) {
    return Stream.of("DialogueRow", "PreparationRow")
        .mapToLong(
            rows ->
                count("from %s r where r.study = ?1 and r.stage = %s".formatted(rows, stage), id))
        .sum();
  }

  /** Those of some studies that are not finished and have nothing left to run. */
  static List<StudyRow> overOf(Collection<String> studies) {
    return list(
        """
        from StudyRow y
        where holds(?1, y.id) and y.state <> FINISHED
          and not exists (
            from DialogueRow d
            where d.study = y.id and d.stage in (AWAITING_DONOR, PLANNED, AWAITING_LESSON, RUNNING))
          and not exists (
            from PreparationRow p where p.study = y.id and p.stage in (PLANNED, RUNNING))
        """,
        AnyOf.of(studies));
  }
}
