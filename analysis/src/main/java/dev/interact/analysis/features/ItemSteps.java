package dev.interact.analysis.features;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.features.ItemStep.Aligned;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Joins answers and features to the rows of RQ5's model: items that were wrong after one turn, and
 * what became of them after the next. First it takes in all answers, then dialogue by dialogue what
 * was said; of the answers it keeps two numbers for each dialogue, item and turn.
 *
 * <p>An item that could not be read is wrong. Where several sheets were sat after a turn, it is
 * right where it is so on more than half of them. Dialogues that failed and the half of a quiz that
 * selects questions are left out.
 */
public final class ItemSteps {
  private record Mark(String item, int turn) {}

  private final Predicate<ArmKey> which;
  private final Alignment alignment;

  /** Sheets, and those of them on which the item is right; by dialogue. */
  private final Map<String, Map<Mark, int[]>> marks = new HashMap<>();

  /**
   * Nothing taken in yet.
   *
   * @param which arms are asked for
   * @param alignment null where meanings are not compared
   */
  public ItemSteps(Predicate<ArmKey> which, Alignment alignment) {
    this.which = which;
    this.alignment = alignment;
  }

  /** Takes in an answer. */
  public void add(AnswerRow row) {
    if (which.test(row.arm()) && !row.isOfFailed() && !row.selects()) {
      int[] count =
          marks
              .computeIfAbsent(row.dialogue(), dialogue -> new HashMap<>())
              .computeIfAbsent(new Mark(row.item(), row.turn()), mark -> new int[2]);
      count[0]++;
      count[1] += row.correct() ? 1 : 0;
    }
  }

  /**
   * The rows of a dialogue, turn by turn, items in the order of the quiz; none where its answers
   * were not asked for.
   *
   * @param concept that it is on
   */
  public List<ItemStep> of(DialogueRow dialogue, Concept concept) {
    Map<Mark, int[]> known = marks.get(dialogue.dialogue());
    List<ItemStep> steps = new ArrayList<>();
    if (known != null) {
      for (TurnFeatures turn : DialogueFeatures.of(dialogue, concept)) {
        for (QuizItem item : concept.quiz()) {
          int[] before = known.get(new Mark(item.id(), turn.turn() - 1));
          int[] after = known.get(new Mark(item.id(), turn.turn()));
          if (before != null && after != null && !isRight(before)) {
            steps.add(step(dialogue, item, isRight(after), turn));
          }
        }
      }
    }
    return steps;
  }

  private static boolean isRight(int[] count) {
    return 2 * count[1] > count[0];
  }

  private Aligned aligned(DialogueRow dialogue, int number, QuizItem item) {
    if (alignment == null) {
      return null;
    }
    DialogueRow.Turn turn =
        dialogue.turns().stream().filter(one -> one.turn() == number).findFirst().orElseThrow();
    String text = DialogueFeatures.text(item);
    return new Aligned(
        alignment.of(turn.question(), text),
        turn.answer() == null ? null : alignment.of(turn.answer(), text));
  }

  private ItemStep step(DialogueRow dialogue, QuizItem item, boolean correct, TurnFeatures turn) {
    TurnFeatures.ItemFeatures overlap =
        turn.items().stream().filter(one -> one.item().equals(item.id())).findFirst().orElseThrow();
    return new ItemStep(
        dialogue.arm(),
        dialogue.dialogue(),
        dialogue.concept(),
        item.id(),
        item.level(),
        correct,
        turn,
        overlap,
        aligned(dialogue, turn.turn(), item));
  }
}
