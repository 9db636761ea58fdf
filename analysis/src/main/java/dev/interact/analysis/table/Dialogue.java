package dev.interact.analysis.table;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.Repeat;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The quizzes of one dialogue, counted. */
final class Dialogue {

  /** Which dialogue. */
  record Name(String id, ArmKey arm, String concept, String domain, Repeat repeat) {}

  final Name name;
  boolean failed;
  String reason;

  /** Whether it has items that may have selected questions; they are counted nowhere. */
  boolean hasSelection;

  /** By turn, then by level; the first is of items without one. */
  private final TreeMap<Integer, Tally[]> quizzes = new TreeMap<>();

  Dialogue(Name name) {
    this.name = name;
  }

  void add(AnswerRow answer, QuizItem item) {
    failed |= answer.isOfFailed();
    hasSelection |= answer.selects();
    if (!answer.selects()) {
      tally(answer.turn(), answer.level() == null ? 0 : answer.level().ordinal() + 1)
          .add(answer, item);
    }
  }

  void add(CountedQuiz quiz) {
    tally(quiz.turn(), quiz.level() == null ? 0 : quiz.level().ordinal() + 1).add(quiz.marks());
  }

  void add(Dialogue other) {
    failed |= other.failed;
    hasSelection |= other.hasSelection;
    reason = reason == null ? other.reason : reason;
    other.quizzes.forEach(
        (turn, levels) -> {
          for (int level = 0; level < levels.length; level++) {
            if (levels[level] != null) {
              tally(turn, level).add(levels[level]);
            }
          }
        });
  }

  private Tally tally(int turn, int level) {
    Tally[] levels = quizzes.computeIfAbsent(turn, t -> new Tally[Level.values().length + 1]);
    levels[level] = levels[level] == null ? new Tally() : levels[level];
    return levels[level];
  }

  int lastTurn() {
    return quizzes.isEmpty() ? 0 : quizzes.lastKey();
  }

  /** Items of its fullest quiz. */
  int items() {
    return quizzes.values().stream().mapToInt(Dialogue::items).max().orElse(0);
  }

  private static int items(Tally[] levels) {
    return Arrays.stream(levels).filter(Objects::nonNull).mapToInt(Tally::items).sum();
  }

  /** The last quiz up to a turn that has as many items as a whole one; without turn if none has. */
  Quiz upTo(int turn, int items, Level level) {
    for (Map.Entry<Integer, Tally[]> quiz :
        quizzes.headMap(turn, true).descendingMap().entrySet()) {
      if (items(quiz.getValue()) >= items) {
        return new Quiz(name.id(), quiz.getKey(), sum(quiz.getValue(), level));
      }
    }
    return nothing();
  }

  Quiz nothing() {
    return new Quiz(name.id(), null, null);
  }

  /** Null where there is no item of the level. */
  private static Tally sum(Tally[] levels, Level level) {
    if (level != null) {
      return levels[level.ordinal() + 1];
    }
    Tally sum = new Tally();
    Arrays.stream(levels).filter(Objects::nonNull).forEach(sum::add);
    return sum;
  }
}
