package dev.interact.analysis.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.input.InvalidField;
import java.util.List;

/**
 * One line of {@code answers.jsonl}, as far as the analysis needs it: what became of one item of
 * the quiz after one turn. Where several sheets were sat after it, each has its rows.
 *
 * @param dialogue the dialogue's id
 * @param turn 0 before any question
 * @param item the item's id, unique within the concept
 * @param level null where the concept names none
 * @param half {@code selection} or {@code reported}; null in studies that select no questions by
 *     the quiz
 * @param shown the original positions of the item's options, in the order shown
 * @param choice the original position of the chosen option; null where none could be read
 * @param status {@code finished} or {@code failed}: the dialogue's
 */
public record AnswerRow(
    @JsonProperty(required = true) String dialogue,
    @JsonProperty(required = true) String concept,
    @JsonProperty(required = true) String domain,
    @JsonUnwrapped ArmKey arm,
    @JsonUnwrapped Repeat repeat,
    @JsonProperty(required = true) int turn,
    @JsonProperty(required = true) String item,
    Concept.Level level,
    String half,
    @JsonProperty(required = true) List<Integer> shown,
    Integer choice,
    @JsonProperty(required = true) boolean correct,
    @JsonProperty(required = true) boolean parsed,
    @JsonProperty(required = true) String status) {

  private static final String SELECTION = "selection";

  public AnswerRow {
    if (turn < 0) {
      throw new InvalidField("turn", "must be 0 or more, not %d".formatted(turn));
    }
    shown = shown == null ? List.of() : List.copyOf(shown);
    if (shown.size() < QuizItem.MIN_OPTIONS || shown.size() > QuizItem.MAX_OPTIONS) {
      throw new InvalidField(
          "shown",
          "must list %d to %d options, not %d"
              .formatted(QuizItem.MIN_OPTIONS, QuizItem.MAX_OPTIONS, shown.size()));
    }
  }

  /** Whether the dialogue failed. */
  public boolean isOfFailed() {
    return DialogueRow.FAILED.equals(status);
  }

  /** Whether the item may have selected questions, so that it is no evidence of learning. */
  public boolean selects() {
    return SELECTION.equals(half);
  }
}
