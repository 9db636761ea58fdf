package dev.interact.study.strategy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a student comes to its question. A strategy says what its instruction (the prompt of its
 * name) may refer to, and reads the reply. It sees what the student knows, and nothing else.
 */
public sealed interface Strategy permits Plain, Novelty, Gap, AskOrStop, Outcome, Visual {

  /** All strategies, in the order of the documentation. */
  static List<Strategy> all() {
    return List.of(
        new Plain(), new Novelty(), new Gap(), new AskOrStop(), new Outcome(), new Visual());
  }

  /**
   * The strategy of a label.
   *
   * @throws IllegalArgumentException if there is none; the message lists the labels
   */
  @JsonCreator
  static Strategy of(String label) {
    return all().stream()
        .filter(strategy -> strategy.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no strategy; there are %s"
                        .formatted(
                            label,
                            all().stream()
                                .map(Strategy::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** The strategy's name in study files, results and APIs, and of its prompt. */
  @JsonValue
  String label();

  /** Whether the student is told anything beside its prompt. */
  default boolean hasInstruction() {
    return true;
  }

  /** What the instruction sees. */
  Map<String, Object> variables(Situation situation);

  /** What a reply comes to. A reply in another form than asked for is a question as it stands. */
  Reading read(String reply, Situation situation);

  /** How many questions are tried out at each turn; 1 where none are. */
  default int tried(Asking settings) {
    return 1;
  }
}
