package dev.interact.study;

import dev.interact.study.fork.Branch;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Source;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a dialogue goes through, if it does not end early.
 *
 * @param turns in order; empty where nothing is asked
 * @param quiz the quiz after each turn, and before the first
 * @param trial the sheets on which a question is tried out; 0 where none is
 * @param halved whether one half of the quiz selects questions, and the other is reported
 */
public record Course(List<Turn> turns, Quiz quiz, int trial, boolean halved) {

  /**
   * One turn.
   *
   * @param tried how many questions are tried out; 1 where none are
   */
  public record Turn(Source question, Source answer, int tried) {}

  /**
   * The sheets of one quiz.
   *
   * @param parts how many sheets it is divided into: 1, or one for each item
   * @param samples how often each is sat
   */
  public record Quiz(int parts, int samples) {}

  public Course {
    turns = List.copyOf(turns);
  }

  /**
   * The course of a cell's dialogues.
   *
   * @param items of the concept's quiz
   */
  public static Course of(StudyFile study, Cell cell, int items) {
    int selected = items / 2;
    List<Turn> turns =
        turns(study, cell.condition(), cell.branch(), selected > 0 ? tried(study, cell) : 1);
    boolean tries = turns.stream().anyMatch(turn -> turn.tried() > 1);
    boolean halved = selected > 0 && (tries || isSelected(study, cell));
    int parts = cell.quizMode().calls(halved ? items - selected : items);
    return new Course(
        turns,
        new Quiz(parts, study.draws().sheet()),
        tries ? cell.quizMode().calls(selected) : 0,
        halved);
  }

  private static int tried(StudyFile study, Cell cell) {
    return cell.strategy() == null ? 1 : cell.strategy().tried(study.asking());
  }

  /** Whether what a fork takes over was selected on half of the quiz. */
  private static boolean isSelected(StudyFile study, Cell cell) {
    Branch branch = cell.branch();
    return branch != null && branch.donor() != null && tried(study, branch.donor()) > 1;
  }

  /**
   * The turns of a dialogue.
   *
   * @param tried how many of the student's own questions are tried out
   */
  public static List<Turn> turns(StudyFile study, Condition condition, Branch branch, int tried) {
    return IntStream.rangeClosed(1, length(study, condition, branch))
        .mapToObj(turn -> turn(branch, turn, tried))
        .toList();
  }

  private static int length(StudyFile study, Condition condition, Branch branch) {
    if (!condition.hasDialogue()) {
      return 0;
    }
    if (branch == null) {
      return study.turns();
    }
    return switch (branch.kind()) {
      case CANDIDATES -> branch.at();
      case FIXED_QUESTIONS -> Math.min(study.turns(), study.fixedQuestions().size());
      default -> study.turns();
    };
  }

  private static Turn turn(Branch branch, int turn, int tried) {
    if (branch == null) {
      return new Turn(Source.OWN, Source.OWN, tried);
    }
    boolean chooses = branch.question(turn) == Source.OWN && branch.kind() != ForkKind.CANDIDATES;
    return new Turn(branch.question(turn), branch.answer(turn), chooses ? tried : 1);
  }

  /** The same course up to a turn. */
  public Course upTo(int turn) {
    return new Course(turns.subList(0, Math.min(turn, turns.size())), quiz, trial, halved);
  }

  /** The model calls of one dialogue but for its lesson, if no answer has to be asked for twice. */
  public long calls() {
    long calls = (turns.size() + 1L) * quiz.parts() * quiz.samples();
    for (Turn turn : turns) {
      int once = (turn.question() == Source.OWN ? 1 : 0) + (turn.answer() == Source.OWN ? 1 : 0);
      calls += turn.tried() > 1 ? (long) turn.tried() * (once + trial) : once;
    }
    return calls;
  }
}
