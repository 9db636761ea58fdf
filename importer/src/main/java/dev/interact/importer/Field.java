package dev.interact.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be said of a concept, and the names that tables usually have for it. */
public enum Field {
  TEXT(
      "text",
      "context",
      "article",
      "story",
      "lyrics",
      "plot",
      "abstract",
      "body",
      "document",
      "passage",
      "content"),
  IMAGE("image", "image_path", "picture", "image_file", "file_name"),
  ID("id"),
  TITLE("title", "name", "headline"),
  DATE("date", "published"),
  SOURCE("source", "url", "origin"),
  LICENCE("licence", "license"),
  DOMAIN("domain", "category"),
  CLUSTER("cluster", "group");

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /** Its usual names in lower case, the likeliest first. */
  public List<String> names() {
    return names;
  }

  /** Its own name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a label. */
  public static Optional<Field> of(String label) {
    return Arrays.stream(values()).filter(field -> field.label().equals(label)).findFirst();
  }
}
