package dev.interact.study;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.contracts.teacher.Material;
import dev.interact.study.input.ContentHash;
import dev.interact.study.input.InvalidField;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing to learn: a lyric, article, plot, paper or image, and a quiz on it. Prints neither its
 * context nor its key.
 *
 * @param id unique within a study
 * @param domain free text; chooses the prompts
 * @param context the whole text, or null where the concept is an image
 * @param image the image, or null where the concept is a text
 * @param quiz its items; empty while it has no quiz yet, which a study does not take
 * @param source where the material is from, or null
 * @param licence what it may be used for, or null
 * @param extra the fields that the file has beyond these
 */
public record Concept(
    String id,
    String domain,
    String title,
    String context,
    Image image,
    List<QuizItem> quiz,
    String source,
    String licence,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** The cluster that it names: texts on one event, say, are not independent; null for none. */
  public String cluster() {
    JsonNode named = extra.get("cluster");
    return named == null || named.isNull() ? null : named.asText();
  }

  /**
   * The independent unit that it belongs to: the cluster that it names, or itself. A cluster and a
   * concept of the same name are not the same.
   */
  public String unit() {
    return cluster() == null ? "concept " + id : "cluster " + cluster();
  }

  /** How hard an item is meant to be. */
  public enum Level {
    @JsonProperty("easy")
    EASY,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("hard")
    HARD;

    /** The level's name in concept files and results. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An image for the teacher: {@code image/png} or {@code image/jpeg}, and its bytes. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Image(String mediaType, byte[] bytes) {
    public Image {
      require(mediaType, "media_type");
      if (bytes == null || bytes.length == 0) {
        throw new InvalidField("bytes", "is missing");
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Image image
          && mediaType.equals(image.mediaType)
          && Arrays.equals(bytes, image.bytes);
    }

    @Override
    public int hashCode() {
      return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Image[%s, %d bytes]".formatted(mediaType, bytes.length);
    }
  }

  /**
   * One multiple-choice item.
   *
   * @param id unique within its quiz
   * @param level null where the file names none
   * @param options 2 to 10, all different
   * @param answer the index of the right option, from 0
   * @param extra the fields that the file has beyond these
   */
  public record QuizItem(
      String id,
      Level level,
      String question,
      List<String> options,
      int answer,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    public static final int MIN_OPTIONS = 2;
    public static final int MAX_OPTIONS = 10;

    public QuizItem {
      require(id, "id");
      require(question, "question");
      options = options == null ? List.of() : List.copyOf(options);
      if (options.size() < MIN_OPTIONS || options.size() > MAX_OPTIONS) {
        throw new InvalidField("options", "must be 2 to 10, not " + options.size());
      }
      requireDistinct(options.stream().map(String::strip).toList(), "options");
      if (answer < 0 || answer >= options.size()) {
        throw new InvalidField(
            "answer",
            "must be the index of an option, 0 to %d, not %d"
                .formatted(options.size() - 1, answer));
      }
      extra = sorted(extra);
    }

    @Override
    public String toString() {
      return "QuizItem[%s, %d options]".formatted(id, options.size());
    }
  }

  public Concept {
    require(id, "id");
    require(domain, "domain");
    require(title, "title");
    if (image == null) {
      require(context, "context");
    } else if (context != null) {
      throw new InvalidField("image", "stands beside a context; a concept has one of them");
    }
    quiz = quiz == null ? List.of() : List.copyOf(quiz);
    requireDistinct(quiz.stream().map(QuizItem::id).toList(), "quiz");
    extra = sorted(extra);
  }

  /** The same with another quiz and more fields; those of the same name are replaced. */
  public Concept with(List<QuizItem> items, Map<String, JsonNode> more) {
    Map<String, JsonNode> fields = new TreeMap<>(extra);
    fields.putAll(more);
    return new Concept(id, domain, title, context, image, items, source, licence, fields);
  }

  /** The content's hash; computed anew at each call. */
  public String hash() {
    return ContentHash.of("concept", this);
  }

  /** The context or image, as a teacher gets it. */
  public Material material() {
    return image == null
        ? Material.of(context)
        : new Material(null, image.mediaType(), image.bytes());
  }

  @Override
  public String toString() {
    return "Concept[%s, %s, %d items]".formatted(id, domain, quiz.size());
  }

  private static void require(String value, String field) {
    if (value == null || value.isBlank()) {
      throw new InvalidField(field, "is missing or empty");
    }
  }

  private static void requireDistinct(List<String> values, String field) {
    Set<String> seen = new HashSet<>();
    values.stream()
        .filter(value -> !seen.add(value))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new InvalidField(field, "holds '%s' twice".formatted(twice));
            });
  }

  private static Map<String, JsonNode> sorted(Map<String, JsonNode> fields) {
    return fields == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
