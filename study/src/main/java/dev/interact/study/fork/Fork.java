package dev.interact.study.fork;

import java.util.List;

/**
 * An intervention that a study file asks for: dialogues of the study are forked, and something else
 * is put in one place. It applies to the dialogues that ask a teacher, of the first strategy and
 * style that the study names.
 *
 * @param from students whose dialogues are taken; empty stands for all others
 * @param students who get them; empty stands for all
 * @param framing as what a dialogue is shown that is read; default {@code own}
 * @param at the turns at which to fork; default the turn in the middle
 * @param questions of {@code fixed-questions}, in order
 */
public record Fork(
    ForkKind kind,
    List<String> from,
    List<String> students,
    List<Framing> framing,
    List<Integer> at,
    List<String> questions) {
  public Fork {
    from = copy(from);
    students = copy(students);
    framing = copy(framing);
    at = copy(at);
    questions = copy(questions);
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
