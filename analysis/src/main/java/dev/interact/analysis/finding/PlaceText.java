package dev.interact.analysis.finding;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.analysis.Place;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A place as a command line has it: {@code dynamic:student=gpt-4o-mini,turn=3}. */
public final class PlaceText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().serializationInclusion(Include.NON_NULL).build();
  private static final List<String> AXES =
      List.of(
          "student",
          "teacher",
          "lesson_author",
          "quiz_mode",
          "strategy",
          "style",
          "from",
          "framing",
          "at",
          "turn");
  private static final List<String> NUMBERS = List.of("at", "turn");
  private static final List<String> CONDITIONS =
      Stream.concat(
              labels(Condition.values(), Condition::label),
              labels(ForkKind.values(), ForkKind::label))
          .toList();

  /** What an axis may be where it has names of its own. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "quiz_mode", labels(QuizMode.values(), QuizMode::label).toList(),
          "style", labels(Style.values(), Style::label).toList(),
          "framing", labels(Framing.values(), Framing::label).toList(),
          "strategy", Strategy.all().stream().map(Strategy::label).toList());

  private PlaceText() {}

  private static <T> Stream<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label);
  }

  /**
   * Reads a place: a condition or the kind of a fork, and after a colon any of the other axes.
   *
   * @throws InvalidInput if it is none; the message lists what there is
   */
  public static Place parse(String text) {
    String[] parts = text.strip().split(":", 2);
    String condition = parts[0].strip();
    require(CONDITIONS.contains(condition), text, "names", condition, "condition", CONDITIONS);
    ObjectNode place = MAPPER.createObjectNode().put("condition", condition);
    if (parts.length == 2) {
      Arrays.stream(parts[1].split(",")).forEach(part -> set(place, part.strip(), text));
    }
    return MAPPER.convertValue(place, Place.class);
  }

  private static void set(ObjectNode place, String part, String text) {
    String[] sides = part.split("=", 2);
    String axis = sides[0].strip().replace('-', '_');
    if (sides.length < 2 || sides[1].isBlank()) {
      throw refused(text, "must have each axis as name=value; found '%s'".formatted(part));
    }
    require(AXES.contains(axis), text, "has", sides[0].strip(), "axis", AXES);
    if (place.has(axis)) {
      throw refused(text, "names '%s' twice".formatted(axis));
    }
    String value = sides[1].strip();
    if (NUMBERS.contains(axis)) {
      place.put(axis, number(axis, value, text));
    } else {
      List<String> names = NAMES.getOrDefault(axis, List.of(value));
      require(names.contains(value), text, "has", value, axis, names);
      place.put(axis, value);
    }
  }

  private static int number(String axis, String value, String text) {
    if (!value.matches("\\d{1,4}")) {
      throw refused(text, "needs a whole number as '%s'; found '%s'".formatted(axis, value));
    }
    return Integer.parseInt(value);
  }

  private static void require(
      boolean is, String text, String verb, String found, String what, List<String> known) {
    if (!is) {
      throw refused(
          text,
          "%s '%s', which is no %s; there are %s"
              .formatted(verb, found, what, String.join(", ", known)));
    }
  }

  private static InvalidInput refused(String text, String message) {
    return InvalidInput.of(null, "The place '%s' %s".formatted(text.strip(), message));
  }

  /** The place of an arm as it is written, with all that tells it from others. */
  static String of(ArmKey arm) {
    return of(
        new Place(
            arm.condition(),
            arm.student(),
            arm.teacher(),
            arm.lessonAuthor(),
            arm.quizMode(),
            arm.strategy(),
            arm.style(),
            arm.from(),
            arm.framing(),
            arm.at(),
            null));
  }

  /** The place as it is written. */
  public static String of(Place place) {
    JsonNode tree = MAPPER.valueToTree(place);
    List<String> axes = new ArrayList<>();
    for (String axis : AXES) {
      if (tree.has(axis)) {
        axes.add(axis + "=" + tree.get(axis).asText());
      }
    }
    return axes.isEmpty()
        ? place.condition()
        : "%s:%s".formatted(place.condition(), String.join(",", axes));
  }
}
