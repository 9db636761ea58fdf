package dev.interact.orchestrator.progress;

import dev.interact.contracts.Hash;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.OpenSheets;
import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.study.Cell;
import dev.interact.study.Concept;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A dialogue as it is stored: what it is, and its state but for the steps that it waits for. */
@Entity
@Table(name = "dialogue")
public class DialogueRow extends PanacheEntityBase {

  /** The states of {@link Dialogue}, and the one before it starts. */
  public enum Stage {
    PLANNED,
    AWAITING_LESSON,
    RUNNING,
    FINISHED,
    FAILED
  }

  @Id public String id;
  public String study;
  public String concept;
  public String conceptId;
  public String domain;

  @Enumerated(EnumType.STRING)
  public Condition condition;

  public String student;
  public String teacher;
  public String lessonAuthor;

  @Enumerated(EnumType.STRING)
  public QuizMode quizMode;

  public Long seed;
  public int parts;
  public long rank;

  @Enumerated(EnumType.STRING)
  public Stage stage;

  public String reason;
  public String lesson;
  public String transcript;

  protected DialogueRow() {}

  /** A dialogue that has not started. */
  public DialogueRow(String study, Concept concept, String conceptHash, Cell cell, long rank) {
    this.id =
        Hash.id(
            "dialogue",
            study,
            conceptHash,
            cell.condition().label(),
            cell.student(),
            cell.teacher(),
            cell.lessonAuthor(),
            cell.quizMode(),
            cell.seed());
    this.study = study;
    this.concept = conceptHash;
    this.conceptId = concept.id();
    this.domain = concept.domain();
    this.condition = cell.condition();
    this.student = cell.student();
    this.teacher = cell.teacher();
    this.lessonAuthor = cell.lessonAuthor();
    this.quizMode = cell.quizMode();
    this.seed = cell.seed();
    this.parts = cell.quizMode().calls(concept.quiz().size());
    this.rank = rank;
    this.stage = Stage.PLANNED;
  }

  /** The dialogues of a study on one of its concepts, none of them started. */
  public static List<DialogueRow> planned(
      String study, Concept concept, String conceptHash, List<Cell> cells) {
    return cells.stream()
        .map(cell -> new DialogueRow(study, concept, conceptHash, cell, 0))
        .toList();
  }

  /**
   * What the dialogue is to do.
   *
   * @param turns of its study
   */
  Plan plan(int turns) {
    return new Plan(condition.hasLesson(), condition.hasDialogue() ? turns : 0, parts);
  }

  /**
   * The state of a dialogue that has started.
   *
   * @param open the steps that it waits for
   */
  Dialogue state(Plan plan, Collection<Step> open) {
    return switch (stage) {
      case PLANNED -> throw new IllegalStateException("dialogue %s has not started".formatted(id));
      case AWAITING_LESSON -> new Dialogue.AwaitingLesson(plan);
      case RUNNING ->
          new Dialogue.Running(
              plan,
              open.stream().filter(step -> !(step instanceof Step.Sit)).findFirst().orElse(null),
              new OpenSheets(
                  open.stream()
                      .filter(Step.Sit.class::isInstance)
                      .map(Step.Sit.class::cast)
                      .collect(Collectors.toSet())));
      case FINISHED -> new Dialogue.Finished();
      case FAILED -> new Dialogue.Failed(reason);
    };
  }

  void become(Dialogue next) {
    stage =
        switch (next) {
          case Dialogue.AwaitingLesson waiting -> Stage.AWAITING_LESSON;
          case Dialogue.Running running -> Stage.RUNNING;
          case Dialogue.Finished finished -> Stage.FINISHED;
          case Dialogue.Failed failed -> Stage.FAILED;
        };
    reason = next instanceof Dialogue.Failed(String why) ? why : null;
  }

  /**
   * Takes in what was answered.
   *
   * @param question the call that asked the question, for an answer; else null
   */
  void hear(Step step, String call, String question) {
    switch (step) {
      case Step.WriteLesson written -> lesson = call;
      case Step.Answer answer -> transcript = Hash.id(transcript, question, call);
      case Step.Ask ask -> {}
      case Step.Sit sheet -> {}
    }
  }

  /** Goes on after a failure, with the steps that it waited for then. */
  void takeUp(Collection<StepRow> steps) {
    boolean lesson = steps.stream().anyMatch(step -> step.kind == StepRow.Kind.LESSON);
    stage = lesson ? Stage.AWAITING_LESSON : Stage.RUNNING;
    reason = null;
    steps.forEach(StepRow::takeUp);
  }

  boolean isOver() {
    return stage == Stage.FINISHED || stage == Stage.FAILED;
  }

  /** The dialogues of some ids. */
  public static List<DialogueRow> byIds(Collection<String> ids) {
    return list("id in ?1", ids);
  }

  /** The rank of the dialogue that would start last; 0 where there is none. */
  public static long lastRank() {
    return find("select coalesce(max(d.rank), 0) from DialogueRow d")
        .project(Long.class)
        .singleResult();
  }

  /** Concepts that a dialogue of a study failed on and whose hashes come after another, by hash. */
  static List<String> failedConceptsOf(String study, String after, int limit) {
    return find(
            """
            select distinct d.concept from DialogueRow d
            where d.study = ?1 and d.stage = FAILED and d.concept > ?2 order by d.concept
            """,
            study,
            after)
        .project(String.class)
        .page(0, limit)
        .list();
  }

  /** The dialogues of a study that failed on some concepts. */
  static List<DialogueRow> failedOf(String study, Collection<String> concepts) {
    return list("study = ?1 and stage = ?2 and concept in ?3", study, Stage.FAILED, concepts);
  }

  /** The running studies that have dialogues to start. */
  static List<String> studiesToStart() {
    return find("""
            select y.id from StudyRow y
            where y.state = RUNNING
              and exists (from DialogueRow d where d.study = y.id and d.stage = PLANNED)
            """)
        .project(String.class)
        .list();
  }

  /** The next dialogues to start in some studies. */
  static List<DialogueRow> toStart(Collection<String> studies, int limit) {
    return studies.stream()
        .flatMap(study -> toStart(study, limit).stream())
        .sorted(Comparator.comparingLong(dialogue -> dialogue.rank))
        .limit(limit)
        .toList();
  }

  private static List<DialogueRow> toStart(String study, int limit) {
    return find(
            "from DialogueRow d where d.study = ?1 and d.stage = PLANNED order by d.rank", study)
        .<DialogueRow>page(0, limit)
        .list();
  }

  /**
   * What was said in a turn.
   *
   * @param answer null where there is none yet
   */
  public record Spoken(String dialogue, int number, String question, String answer) {}

  /** The texts of some dialogues, by turn. */
  public static List<Spoken> spoken(Collection<String> dialogues) {
    return find(
            """
            select t.id.dialogue, t.id.number, q.reply, a.reply
            from TurnRow t
            join CallRow q on q.key = t.question
            left join CallRow a on a.key = t.answer
            where t.id.dialogue in ?1
            order by t.id.number
            """,
            dialogues)
        .project(Spoken.class)
        .list();
  }
}
