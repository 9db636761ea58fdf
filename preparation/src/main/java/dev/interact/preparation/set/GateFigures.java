package dev.interact.preparation.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one model said of an item at a gate, as the item's {@code gates} have it. Fields of other
 * gates are null.
 *
 * @param gate {@code closed-book}, {@code with-context} or {@code judge}
 * @param model its alias
 * @param tries sheets that it sat
 * @param right those in which it chose the right option
 * @param unread those in which no option could be read
 * @param moved whether its choice was another one when the options stood in another order
 * @param comprehension the judge's first answer
 * @param answerable its second
 * @param selfContained its third
 * @param reason in its words
 * @param passed whether the item is kept as far as this model goes
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateFigures(
    String gate,
    String model,
    Integer tries,
    Integer right,
    Integer unread,
    Boolean moved,
    Boolean comprehension,
    Boolean answerable,
    Boolean selfContained,
    String reason,
    boolean passed) {
  /** The name of the gate that drops what needs no context. */
  public static final String CLOSED_BOOK = "closed-book";

  /** The name of the gate that drops what the context does not answer. */
  public static final String WITH_CONTEXT = "with-context";

  /** The name of the gate that drops what the judge says no to. */
  public static final String JUDGE = "judge";

  private static final String FIELD = "gates";

  /** All figures of an item, in order; empty where it came to no gate. */
  public static List<GateFigures> of(QuizItem item) {
    JsonNode gates = item.extra().get(FIELD);
    return gates == null
        ? List.of()
        : gates.valueStream().map(gate -> SetJson.value(gate, GateFigures.class)).toList();
  }

  /** What the judge said of an item; empty where none was asked. */
  public static Optional<GateFigures> judge(QuizItem item) {
    return of(item).stream().filter(figures -> figures.gate.equals(JUDGE)).findFirst();
  }

  /** The gates that an item did not pass, each once. */
  static List<String> failed(QuizItem item) {
    Stream<GateFigures> failed = of(item).stream().filter(figures -> !figures.passed);
    return failed.map(GateFigures::gate).distinct().toList();
  }

  /** Whether an item came to gates, and some gate dropped it. */
  public static boolean dropped(QuizItem item) {
    return !failed(item).isEmpty();
  }
}
