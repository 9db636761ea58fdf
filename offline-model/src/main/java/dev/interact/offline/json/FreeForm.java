package dev.interact.offline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.offline.Reply;
import dev.interact.offline.Reply.Prose;
import dev.interact.offline.Reply.Sheet;
import dev.interact.offline.Reply.Verdicts;
import dev.interact.offline.Reply.WrittenQuiz;
import java.util.regex.Pattern;

/** The JSON object given where JSON is asked for without a schema. */
public final class FreeForm {

  private static final Pattern ASKS_FOR_JSON =
      Pattern.compile("(?<!\\b(?:not?|without) )\\bJSON\\b");
  private static final Pattern ANSWERS_KEY = Pattern.compile("[\"'`]answers[\"'`]");

  private FreeForm() {}

  /** Whether a quiz is to be answered in JSON although the request sets no response format. */
  public static boolean isWantedBy(Reply reply) {
    return reply instanceof Sheet sheet && ASKS_FOR_JSON.matcher(sheet.instructions()).find();
  }

  /**
   * For a quiz {@code {"1": "B", ...}} or, where the instructions name such a key, {@code
   * {"answers": ["B", ...]}}; for running text {@code {"answer": "..."}}.
   */
  public static JsonNode of(Reply reply) {
    return switch (reply) {
      case Sheet sheet -> of(sheet);
      case Prose prose -> JsonNodeFactory.instance.objectNode().put("answer", prose.text());
      case WrittenQuiz quiz -> Documents.of(quiz);
      case Verdicts verdicts -> Documents.of(verdicts);
    };
  }

  private static JsonNode of(Sheet sheet) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (ANSWERS_KEY.matcher(sheet.instructions()).find()) {
      var answers = object.putArray("answers");
      sheet.choices().forEach(choice -> answers.add(String.valueOf(choice.option().letter())));
      return object;
    }
    sheet
        .choices()
        .forEach(
            choice ->
                object.put(
                    String.valueOf(choice.item().number()),
                    String.valueOf(choice.option().letter())));
    return object;
  }
}
