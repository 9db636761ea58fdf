package dev.interact.orchestrator.progress;

import dev.interact.contracts.Hash;
import dev.interact.orchestrator.database.AnyOf;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Cell;
import dev.interact.study.Concept;
import dev.interact.study.Condition;
import dev.interact.study.Course;
import dev.interact.study.QuizMode;
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.fork.Branch;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.ContentHash;
import dev.interact.study.strategy.Plain;
import dev.interact.study.strategy.Strategy;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A dialogue as it is stored: what it is, and its state but for the steps that it waits for. */
@Entity
@Table(name = "dialogue")
public class DialogueRow extends PanacheEntityBase {

  /** The states of {@link Dialogue}, and the one before it starts. */
  public enum Stage {
    /** A fork whose donor is not there yet. */
    AWAITING_DONOR,
    PLANNED,
    AWAITING_LESSON,
    RUNNING,
    FINISHED,
    FAILED
  }

  private static final String NO_DONOR = "The dialogue that it forks failed.";

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

  /** Which arm of its study it belongs to. */
  public String arm;

  public String strategy;

  @Enumerated(EnumType.STRING)
  public Style style;

  public Long seed;
  public int lessonDraw;
  public int optionOrder;

  @Enumerated(EnumType.STRING)
  public ForkKind fork;

  /** The dialogue that is forked. */
  public String donor;

  public String donorStudent;

  @Enumerated(EnumType.STRING)
  public Framing framing;

  public Integer forkTurn;
  public Integer candidate;
  public int parts;
  public int trial;
  public boolean halved;

  /** How many turns it has, where they are fewer than planned; null where they are not. */
  public Integer turns;

  public Long plannedCalls;
  public long rank;

  @Enumerated(EnumType.STRING)
  public Stage stage;

  public String reason;
  public String lesson;
  public String transcript;

  protected DialogueRow() {}

  /** A dialogue that has not started. */
  public DialogueRow(String study, Concept concept, String conceptHash, Cell cell) {
    this.id = id(study, conceptHash, cell);
    this.study = study;
    this.concept = conceptHash;
    this.conceptId = concept.id();
    this.domain = concept.domain();
    this.condition = cell.condition();
    this.student = cell.student();
    this.teacher = cell.teacher();
    this.lessonAuthor = cell.lessonAuthor();
    this.quizMode = cell.quizMode();
    this.arm = Arm.of(cell).id();
    this.strategy = cell.strategy() == null ? null : cell.strategy().label();
    this.style = cell.style();
    this.seed = cell.draw().seed();
    this.lessonDraw = cell.draw().lesson();
    this.optionOrder = cell.draw().optionOrder();
    this.stage = Stage.PLANNED;
    if (cell.branch() != null) {
      branchOff(cell.branch());
    }
  }

  private void branchOff(Branch branch) {
    fork = branch.kind();
    framing = branch.framing();
    forkTurn = branch.at();
    candidate = branch.candidate() == null ? null : branch.candidate() - 1;
    if (branch.donor() != null) {
      donor = id(study, concept, branch.donor());
      donorStudent = branch.donor().student();
      stage = Stage.AWAITING_DONOR;
    }
  }

  private static String id(String study, String conceptHash, Cell cell) {
    return Hash.id("dialogue", study, conceptHash, ContentHash.of("cell", cell));
  }

  /** The dialogues of a study on one of its concepts, none of them started. */
  public static List<DialogueRow> planned(
      String study, StudyFile file, Concept concept, String conceptHash, List<Cell> cells) {
    return cells.stream()
        .map(
            cell -> {
              DialogueRow row = new DialogueRow(study, concept, conceptHash, cell);
              row.goes(file, Course.of(file, cell, concept.quiz().size()));
              return row;
            })
        .toList();
  }

  private void goes(StudyFile file, Course course) {
    parts = course.quiz().parts();
    trial = course.trial();
    halved = course.halved();
    plannedCalls =
        (condition.hasLesson() ? 1 : 0) + course.calls() + new Outlook(this, file).plan().retests();
  }

  /** The arm that it belongs to. */
  public Arm arm() {
    return new Arm(
        fork == null ? condition.label() : fork.label(),
        student,
        teacher,
        lessonAuthor,
        quizMode,
        strategy,
        style,
        donorStudent,
        framing,
        forkTurn);
  }

  /** Where it branches off; null where it does not. */
  Branch branch() {
    return fork == null ? null : new Branch(fork, null, framing, forkTurn, candidate);
  }

  /** Whether one of several questions is asked in a turn, each in a dialogue of its own. */
  boolean isForkAt(int turn) {
    return fork == ForkKind.CANDIDATES && turn == forkTurn;
  }

  /** How many turns are the donor's before a fork at a turn. */
  int prefix() {
    return fork == ForkKind.CANDIDATES ? forkTurn - 1 : forkTurn;
  }

  /** How its student comes to questions of its own. */
  public Strategy strategy() {
    return strategy == null ? new Plain() : Strategy.of(strategy);
  }

  /** The items of a sheet, as they are shown. */
  public ShownQuiz shown(Library.Shelf shelf, StepRow.Kind kind, int part) {
    ShownQuiz quiz = shelf.quiz(optionOrder);
    if (kind == StepRow.Kind.TRIAL) {
      return quiz.half(ShownQuiz.Half.SELECTION, conceptId).part(part, trial);
    }
    return (halved ? quiz.half(ShownQuiz.Half.REPORTED, conceptId) : quiz).part(part, parts);
  }

  /**
   * The state of a dialogue that has started.
   *
   * @param open the steps that it waits for
   * @param right items that each candidate of the turn under way got right
   */
  Dialogue state(Plan plan, Collection<Step> open, Map<Integer, Integer> right) {
    return switch (stage) {
      case PLANNED, AWAITING_DONOR ->
          throw new IllegalStateException("dialogue %s has not started".formatted(id));
      case AWAITING_LESSON -> new Dialogue.AwaitingLesson(plan);
      case RUNNING -> Dialogue.Running.of(plan, open, right);
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

  /** Takes in a turn that is there as a whole. */
  void hear(String questionKey, String answer) {
    transcript = transcriptWith(questionKey, answer);
  }

  /** What stands for the transcript with one more turn in the keys of calls. */
  String transcriptWith(String questionKey, String answer) {
    return Hash.id(transcript, questionKey, answer);
  }

  /** Goes on after a failure, with the steps that it waited for then. */
  void takeUp(Collection<StepRow> steps) {
    boolean lesson = steps.stream().anyMatch(step -> step.kind == StepRow.Kind.LESSON);
    if (steps.isEmpty()) {
      stage = donor == null ? Stage.PLANNED : Stage.AWAITING_DONOR;
    } else {
      stage = lesson ? Stage.AWAITING_LESSON : Stage.RUNNING;
    }
    reason = null;
  }

  boolean isOver() {
    return stage == Stage.FINISHED || stage == Stage.FAILED;
  }

  /** Ends with the failure of its donor. */
  void failWithDonor() {
    stage = Stage.FAILED;
    reason = NO_DONOR;
  }

  /** The dialogues of some ids. */
  public static List<DialogueRow> byIds(Collection<String> ids) {
    return list("holds(?1, id)", AnyOf.of(ids));
  }

  /** The dialogues that fork one, in their order. */
  public static List<String> forksOf(String donor) {
    return find("select d.id from DialogueRow d where d.donor = ?1 order by d.rank", donor)
        .project(String.class)
        .list();
  }

  /** The rank of the dialogue that would start last; 0 where there is none. */
  public static long lastRank() {
    return find("select coalesce(max(d.rank), 0) from DialogueRow d")
        .project(Long.class)
        .singleResult();
  }
}
