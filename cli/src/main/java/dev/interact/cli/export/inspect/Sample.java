package dev.interact.cli.export.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.tables.Column;
import dev.interact.tables.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A dialogue as a sample of Inspect.
 *
 * @param input what the student starts from
 * @param target empty: each item has its own, and what was right is in the scores
 * @param messages the student's chat and its last sheets
 * @param scores null where the dialogue failed
 * @param error null where it did not
 */
@JsonNaming(SnakeCaseStrategy.class)
record Sample(
    String id,
    int epoch,
    String input,
    String target,
    List<Message> messages,
    Output output,
    Map<String, Score> scores,
    Map<String, Object> metadata,
    SortedMap<String, Usage> modelUsage,
    Failure error) {

  /** Why there is no score; Inspect wants the traces, which are empty. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Failure(String message, String traceback, String tracebackAnsi) {}

  /** What the student wrote last. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Output(String model, List<Choice> choices, String completion) {
    /** The one there is. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Choice(Message message, String stopReason) {}

    static Output of(String model, List<Message> messages) {
      return messages.isEmpty() || !messages.getLast().isStudents()
          ? new Output(model, List.of(), "")
          : new Output(
              model, List.of(new Choice(messages.getLast(), "stop")), messages.getLast().content());
    }
  }

  /**
   * A score.
   *
   * @param value a number from 0 to 1, or one for each item
   * @param answer as people read it, or null
   */
  record Score(Object value, String answer) {}

  /** Of a dialogue and what the other files have of it. */
  static Sample of(ObjectNode dialogue, QuizScores quiz, SortedMap<String, Usage> usage) {
    List<Message> messages = Message.of(dialogue);
    boolean failed = dialogue.path("status").asText().equals("failed");
    return new Sample(
        dialogue.path("dialogue").asText(),
        1,
        "Learn about the concept %s; then sit its quiz."
            .formatted(dialogue.path("concept").asText()),
        "",
        messages,
        Output.of(dialogue.path("student").asText(), messages),
        failed || quiz.isEmpty() ? null : scores(quiz),
        metadata(dialogue, quiz),
        usage,
        failed ? new Failure(dialogue.path("reason").asText("failed"), "", "") : null);
  }

  private static Map<String, Score> scores(QuizScores quiz) {
    long right = quiz.byItem().values().stream().filter(accuracy -> accuracy == 1).count();
    Map<String, Score> scores = new LinkedHashMap<>();
    scores.put(
        InspectLog.SCORE,
        new Score(quiz.last(), "%d of %d items".formatted(right, quiz.byItem().size())));
    scores.put("items", new Score(quiz.byItem(), null));
    return scores;
  }

  private static Map<String, Object> metadata(ObjectNode dialogue, QuizScores quiz) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    Stream.concat(
            Stream.of("concept", "domain", "status", "donor"),
            Tables.ARM.stream().map(Column::name))
        .forEach(field -> metadata.put(field, known(dialogue.get(field))));
    metadata.put("accuracy_by_turn", quiz.byTurn());
    return metadata;
  }

  private static JsonNode known(JsonNode value) {
    return value == null || value.isNull() ? null : value;
  }
}
