package dev.interact.analysis.table;

import dev.interact.analysis.answers.Repeat;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which quiz counts for a dialogue at a turn. */
record Counting(int turn, Slice slice, FailedDialogues rule) {

  /** The quizzes that count of the dialogues of an arm on one concept. */
  SortedMap<Repeat, Quiz> of(Collection<Dialogue> draws) {
    int whole = draws.stream().mapToInt(Dialogue::items).max().orElse(0);
    SortedMap<Repeat, Quiz> quizzes = new TreeMap<>();
    draws.stream()
        .filter(dialogue -> slice.has(dialogue.name.domain()))
        .forEach(
            dialogue -> {
              Quiz quiz = dialogue.failed ? ofFailed(dialogue, whole) : ofFinished(dialogue);
              if (quiz != null) {
                quizzes.put(dialogue.name.repeat(), quiz);
              }
            });
    return quizzes;
  }

  private Quiz ofFinished(Dialogue dialogue) {
    Quiz quiz = dialogue.upTo(turn, 1, slice.level());
    return quiz.tally() == null ? null : quiz;
  }

  /** A quiz of which some sheets were never marked is no whole one. */
  private Quiz ofFailed(Dialogue dialogue, int whole) {
    Quiz last = dialogue.upTo(turn, Math.max(1, whole), slice.level());
    if (last.turn() != null && last.tally() == null) {
      return null;
    }
    return switch (rule) {
      case COMPLETE_PAIRS -> null;
      case ALL_PLANNED -> last;
      case ALL_PLANNED_AT_ZERO ->
          last.turn() != null && last.turn() == turn ? last : dialogue.nothing();
    };
  }
}
