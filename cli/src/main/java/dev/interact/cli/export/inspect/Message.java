package dev.interact.cli.export.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the student's chat.
 *
 * @param role {@code user} or {@code assistant}, which is the student
 * @param source {@code input} of what it is given, {@code generate} of what it writes
 */
record Message(String role, String content, String source) {

  static Message given(String content) {
    return new Message("user", content, "input");
  }

  static Message written(String content) {
    return new Message("assistant", content, "generate");
  }

  boolean isStudents() {
    return role.equals("assistant");
  }

  /** The lesson, what was asked and answered, and the sheets that count at the last quiz. */
  static List<Message> of(ObjectNode dialogue) {
    List<Message> messages = new ArrayList<>();
    if (dialogue.hasNonNull("lesson")) {
      messages.add(given(dialogue.path("lesson").asText()));
    }
    for (JsonNode turn : dialogue.path("turns")) {
      messages.add(written(turn.path("question").asText()));
      if (turn.hasNonNull("answer")) {
        messages.add(given(turn.path("answer").asText()));
      }
    }
    lastSheets(dialogue).forEach(sheet -> messages.add(written(sheet)));
    return messages;
  }

  /** Sheets are in order; of one that was asked for again the last draw counts. */
  private static List<String> lastSheets(ObjectNode dialogue) {
    List<JsonNode> sat =
        dialogue
            .path("sheets")
            .valueStream()
            .filter(sheet -> sheet.path("kind").asText().equalsIgnoreCase("sit"))
            .toList();
    int last = sat.stream().mapToInt(sheet -> sheet.path("turn").asInt()).max().orElse(0);
    List<JsonNode> there =
        sat.stream().filter(sheet -> sheet.path("turn").asInt() == last).toList();
    return there.stream()
        .filter(sheet -> there.stream().noneMatch(other -> replaces(other, sheet)))
        .map(sheet -> sheet.path("text").asText())
        .toList();
  }

  private static boolean replaces(JsonNode later, JsonNode sheet) {
    return later.path("part").asInt() == sheet.path("part").asInt()
        && later.path("sample").asInt() == sheet.path("sample").asInt()
        && later.path("draw").asInt() > sheet.path("draw").asInt();
  }
}
