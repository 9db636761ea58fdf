package dev.interact.analysis.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * One line of {@code dialogues.jsonl}, as far as the analysis needs it.
 *
 * @param dialogue the dialogue's id
 * @param donor id of the dialogue that a fork has turns of; null where it is no fork
 * @param status {@code finished} or {@code failed}
 * @param reason why it failed, or null
 * @param lesson the text that the student was given first, or null
 * @param turns in order; empty where nothing was asked
 */
public record DialogueRow(
    @JsonProperty(required = true) String dialogue,
    @JsonProperty(required = true) String concept,
    @JsonProperty(required = true) String domain,
    @JsonUnwrapped ArmKey arm,
    @JsonUnwrapped Repeat repeat,
    String donor,
    @JsonProperty(required = true) String status,
    String reason,
    String lesson,
    List<Turn> turns) {
  static final String FAILED = "failed";

  /**
   * A question and its answer.
   *
   * @param turn from 1
   * @param answer null where the dialogue failed before it
   */
  public record Turn(int turn, String question, String answer) {}

  public DialogueRow {
    turns = turns == null ? List.of() : List.copyOf(turns);
  }

  /** Whether the dialogue failed. */
  public boolean hasFailed() {
    return FAILED.equals(status);
  }
}
