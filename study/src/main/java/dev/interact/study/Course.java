package dev.interact.study;

import dev.interact.study.fork.Branch;
import dev.interact.study.fork.Fork;
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
 */
public record Course(List<Turn> turns, Quiz quiz, int trial) {

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
    int tried = cell.strategy() == null ? 1 : cell.strategy().tried(study.asking());
    Halves halves = tried > 1 ? Halves.of(items) : Halves.whole(items);
    int trial = halves.selected() == 0 ? 0 : cell.quizMode().calls(halves.selected());
    int candidates = trial == 0 ? 1 : tried;
    List<Turn> turns =
        IntStream.rangeClosed(1, length(study, cell))
            .mapToObj(turn -> turn(cell.branch(), turn, candidates))
            .toList();
    return new Course(
        turns, new Quiz(cell.quizMode().calls(halves.reported()), study.draws().sheet()), trial);
  }

  /** How many items of a quiz questions are selected on, and how many are reported. */
  private record Halves(int selected, int reported) {
    static Halves of(int items) {
      return new Halves(items / 2, items - items / 2);
    }

    static Halves whole(int items) {
      return new Halves(0, items);
    }
  }

  private static int length(StudyFile study, Cell cell) {
    if (!cell.condition().hasDialogue()) {
      return 0;
    }
    Branch branch = cell.branch();
    if (branch == null) {
      return study.turns();
    }
    return switch (branch.kind()) {
      case CANDIDATES -> branch.at();
      case FIXED_QUESTIONS ->
          Math.min(
              study.turns(),
              study.fork(ForkKind.FIXED_QUESTIONS).map(Fork::questions).orElse(List.of()).size());
      default -> study.turns();
    };
  }

  private static Turn turn(Branch branch, int turn, int candidates) {
    if (branch == null) {
      return new Turn(Source.OWN, Source.OWN, candidates);
    }
    boolean own = branch.question(turn) == Source.OWN && branch.kind() != ForkKind.CANDIDATES;
    return new Turn(branch.question(turn), branch.answer(turn), own ? candidates : 1);
  }

  /** The model calls of one dialogue but for its lesson, if no answer has to be asked for twice. */
  public long calls() {
    long calls = (turns.size() + 1L) * quiz.parts() * quiz.samples();
    for (Turn turn : turns) {
      int once = (turn.question() == Source.OWN ? 1 : 0) + (turn.answer() == Source.OWN ? 1 : 0);
      calls += (long) turn.tried() * (turn.tried() > 1 ? once + trial : once);
    }
    return calls;
  }
}
