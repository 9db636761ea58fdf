package dev.interact.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.importer.Draft;
import dev.interact.importer.Field;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.study.input.Document;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Markdown: its text as it stands, which people and models read as it is; front matter in
 * YAML is taken off, and says what it says.
 */
public final class Markdown {
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A\ufeff?---[ \t]*\\R(.*?)^---[ \t]*(?:\\R|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern HEADING =
      Pattern.compile("^#[ \t]+(.+?)[ \t#]*$", Pattern.MULTILINE);

  private Markdown() {}

  public static void read(Reading reading, Consumer<Draft> found) throws IOException {
    String text = PlainText.whole(reading, null);
    Map<Field, String> labels = new EnumMap<>(Field.class);
    Map<String, JsonNode> extra = new HashMap<>();
    Matcher front = FRONT_MATTER.matcher(text);
    if (front.find()) {
      front(front.group(1), reading).properties().forEach(e -> sort(e, labels, extra));
      text = text.substring(front.end());
    }
    Matcher heading = HEADING.matcher(text);
    if (heading.find()) {
      labels.putIfAbsent(Field.TITLE, heading.group(1));
    }
    found.accept(new Draft(text, null, labels, extra, null));
  }

  private static JsonNode front(String yaml, Reading reading) {
    try {
      return Document.yaml(yaml, reading.file().name()).root();
    } catch (InvalidInput e) {
      throw new Refused("has front matter that is no YAML mapping");
    }
  }

  private static void sort(
      Map.Entry<String, JsonNode> entry, Map<Field, String> labels, Map<String, JsonNode> extra) {
    for (Field field : Field.values()) {
      if (field != Field.TEXT && field != Field.IMAGE && field.names().contains(entry.getKey())) {
        labels.putIfAbsent(field, entry.getValue().asText());
        return;
      }
    }
    extra.put(entry.getKey(), entry.getValue());
  }
}
