package dev.interact.analysis.features;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.features.ItemStep.Aligned;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final Predicate<ArmKey> which;
  private final Alignment alignment;

  /** Sheets, and those of them on which the item is right, turn by turn; by dialogue and item. */
  private final Map<String, Map<String, int[]>> marks = new HashMap<>();

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
      marks
          .computeIfAbsent(row.dialogue(), dialogue -> new HashMap<>())
          .merge(row.item(), counts(row), ItemSteps::sum);
    }
  }

  private static int[] counts(AnswerRow row) {
    int[] counts = new int[2 * row.turn() + 2];
    counts[2 * row.turn()] = 1;
    counts[2 * row.turn() + 1] = row.correct() ? 1 : 0;
    return counts;
  }

  private static int[] sum(int[] one, int[] other) {
    int[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
    for (int at = 0; at < other.length; at++) {
      sum[at] += other[at];
    }
    return sum;
  }

  /**
   * The rows of a dialogue, turn by turn, items in the order of the quiz; none where its answers
   * were not asked for.
   *
   * @param concept that it is on
   */
  public List<ItemStep> of(DialogueRow dialogue, Concept concept) {
    Map<String, int[]> known = marks.get(dialogue.dialogue());
    List<ItemStep> steps = new ArrayList<>();
    if (known != null) {
      for (TurnFeatures turn : DialogueFeatures.of(dialogue, concept)) {
        for (QuizItem item : concept.quiz()) {
          int[] counts = known.getOrDefault(item.id(), new int[0]);
          int now = turn.turn();
          if (isAsked(counts, now - 1) && isAsked(counts, now) && !isRight(counts, now - 1)) {
            steps.add(step(dialogue, item, isRight(counts, now), turn));
          }
        }
      }
    }
    return steps;
  }

  private static boolean isAsked(int[] counts, int turn) {
    return 2 * turn < counts.length && counts[2 * turn] > 0;
  }

  private static boolean isRight(int[] counts, int turn) {
    return 2 * counts[2 * turn + 1] > counts[2 * turn];
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
