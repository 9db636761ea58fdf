package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.FailedDialogues;
import dev.interact.analysis.table.Quizzes;
import dev.interact.analysis.table.Sitting;
import dev.interact.analysis.table.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which items come out otherwise at one sitting than at another. It reads the answers a second
 * time, after the table that says which of them count: those of complete pairs. An item that could
 * not be read is wrong.
 */
public final class ItemFlips {

  /**
   * Flips of items. An item is right at a sitting where it is so in more than half of its draws; in
   * exactly half it is wrong.
   *
   * @param items that pair
   * @param gained right at {@code one} and wrong at {@code other}
   * @param lost wrong at {@code one} and right at {@code other}
   */
  public record Flips(int items, int gained, int lost) {}

  private record Item(String concept, String id) {}

  private final Pairing pairing;
  private final Side one;
  private final Side other;

  /** The marks at one sitting. */
  private static final class Side {
    /** The turn whose quiz counts, by dialogue. */
    private final Map<String, Integer> turns = new HashMap<>();

    /** Marks and right ones, by item and draw. */
    private final Map<Item, SortedMap<Repeat, int[]>> marks = new HashMap<>();

    private final Slice slice;

    Side(Paired.Side side) {
      slice = side.evidence().slice();
      quizzes(side)
          .byConcept()
          .values()
          .forEach(
              draws -> draws.values().forEach(quiz -> turns.put(quiz.dialogue(), quiz.turn())));
    }

    private static Quizzes quizzes(Paired.Side side) {
      Evidence evidence = side.evidence();
      return evidence
          .table()
          .quizzes(side.sitting(), evidence.slice(), FailedDialogues.COMPLETE_PAIRS);
    }

    private boolean asks(AnswerRow row) {
      return !row.selects() && (slice.level() == null || slice.level() == row.level());
    }

    void add(AnswerRow row, Repeat draw) {
      if (asks(row) && Objects.equals(turns.get(row.dialogue()), row.turn())) {
        int[] count =
            marks
                .computeIfAbsent(new Item(row.concept(), row.item()), item -> new TreeMap<>())
                .computeIfAbsent(draw, repeat -> new int[2]);
        count[0]++;
        count[1] += row.correct() ? 1 : 0;
      }
    }
  }

  /**
   * Nothing read yet.
   *
   * @param evidence the table has all answers
   */
  public ItemFlips(Evidence evidence, Sitting one, Sitting other) {
    this(new Paired.Side(evidence, one), new Paired.Side(evidence, other));
  }

  /** The same of sittings of two studies, whose tables have all answers. */
  public ItemFlips(Paired.Side one, Paired.Side other) {
    this.pairing = Pairing.of(one.draws(), other.draws());
    this.one = new Side(one);
    this.other = new Side(other);
  }

  /** Takes in an answer of the study that both are of, of whatever arm and turn. */
  public void add(AnswerRow row) {
    addToOne(row);
    addToOther(row);
  }

  /** Takes in an answer of the study that {@code one} is of. */
  public void addToOne(AnswerRow row) {
    one.add(row, pairing.of(row.repeat()));
  }

  /** Takes in an answer of the study that {@code other} is of. */
  public void addToOther(AnswerRow row) {
    other.add(row, pairing.of(row.repeat()));
  }

  /** The flips among the answers so far. */
  public Flips flips() {
    int items = 0;
    int gained = 0;
    int lost = 0;
    for (var entry : one.marks.entrySet()) {
      SortedMap<Repeat, int[]> ones = new TreeMap<>(entry.getValue());
      SortedMap<Repeat, int[]> others =
          new TreeMap<>(other.marks.getOrDefault(entry.getKey(), new TreeMap<>()));
      ones.keySet().retainAll(others.keySet());
      others.keySet().retainAll(ones.keySet());
      if (!ones.isEmpty()) {
        items++;
        gained += isRight(ones) && !isRight(others) ? 1 : 0;
        lost += !isRight(ones) && isRight(others) ? 1 : 0;
      }
    }
    return new Flips(items, gained, lost);
  }

  /** Each draw counts the same; shares of draws are compared without rounding in the usual case. */
  private static boolean isRight(SortedMap<Repeat, int[]> draws) {
    double right = draws.values().stream().mapToDouble(count -> (double) count[1] / count[0]).sum();
    return 2 * right > draws.size();
  }
}
