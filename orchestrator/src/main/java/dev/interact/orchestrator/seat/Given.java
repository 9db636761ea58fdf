package dev.interact.orchestrator.seat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.orchestrator.reply.StorableText;
import dev.interact.study.Human;
import dev.interact.study.input.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person gives at a seat.
 *
 * @param step that it belongs to
 * @param question null where a quiz is sat
 * @param choices the options chosen, as shown, from 0, an entry for each item; null for an item
 *     that is left open. Null where a question is asked
 */
record Given(
    String step, String question, @JsonSetter(contentNulls = Nulls.SET) List<Integer> choices) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The same as a model would write it.
   *
   * @throws InvalidInput if it is no answer to the request
   */
  String text(StudentRequest request) {
    return switch (request) {
      case StudentRequest.AskQuestion ask -> asked();
      case StudentRequest.SitQuiz quiz -> chosen(quiz.sheet().items());
    };
  }

  private String asked() {
    String text = question == null ? "" : StorableText.of(question.strip());
    if (text.isEmpty()) {
      throw InvalidInput.of("question", "is empty: write what you would like to know");
    }
    if (text.length() > Human.LONGEST) {
      throw InvalidInput.of(
          "question",
          "has %,d characters; it may have %,d".formatted(text.length(), Human.LONGEST));
    }
    return text;
  }

  /** By number, letter and text, so that no letter can be taken for an option's text. */
  private String chosen(List<Sheet.Item> items) {
    if (choices == null || choices.size() != items.size()) {
      throw InvalidInput.of(
          "choices", "must have an entry for each of %d items".formatted(items.size()));
    }
    Map<String, String> answers = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Integer choice = choices.get(i);
      List<String> options = items.get(i).options();
      if (choice != null && (choice < 0 || choice >= options.size())) {
        throw InvalidInput.of(
            "choices[%d]".formatted(i),
            "must be from 0 to %d or null; found %d".formatted(options.size() - 1, choice));
      }
      if (choice != null) {
        answers.put(
            String.valueOf(i + 1), "%c. %s".formatted((char) ('A' + choice), options.get(choice)));
      }
    }
    return json(answers);
  }

  private static String json(Map<String, String> answers) {
    try {
      return JSON.writeValueAsString(answers).replace("<", "\\u003c"); // no end of a thought
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every map of texts is JSON", e);
    }
  }
}
