package dev.interact.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Services of this version and of the last release understand each other, in both directions. */
class LastReleaseMessagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("interact.root"), "contracts/src/test/resources/wire");

  /** Fields whose own fields are data. */
  private static final Set<String> MAPS = Set.of("unusable", "levels");

  /** At a release, {@code -Dlast-release.rewrite=true} writes what it writes. */
  @BeforeAll
  static void rewrite() throws IOException {
    if (Boolean.getBoolean("last-release.rewrite")) {
      for (Wire wire : Wire.values()) {
        Files.write(
            FOLDER.resolve(LastRelease.file(wire)), now(wire).map(JsonNode::toString).toList());
      }
    }
  }

  private static Stream<JsonNode> now(Wire wire) {
    return Samples.all().filter(sample -> Wire.of(sample) == wire).map(wire::write);
  }

  static Stream<Arguments> messagesOfThen() {
    return Stream.of(Wire.values())
        .flatMap(wire -> LastRelease.messages(wire).stream().map(then -> Arguments.of(wire, then)));
  }

  @ParameterizedTest
  @MethodSource("messagesOfThen")
  void what_the_last_release_wrote_is_read_and_nothing_of_it_is_lost(Wire wire, JsonNode then) {
    JsonNode read = wire.write(wire.read(then));

    assertThat(lost("", then, read)).isEmpty();
  }

  /** What one value has and another has not, or has otherwise. */
  private static List<String> lost(String place, JsonNode before, JsonNode after) {
    List<String> lost = new ArrayList<>();
    if (before.isObject() && after.isObject()) {
      before
          .properties()
          .forEach(
              field ->
                  lost.addAll(
                      lost(
                          place + "/" + field.getKey(),
                          field.getValue(),
                          after.path(field.getKey()))));
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int at = 0; at < before.size(); at++) {
        lost.addAll(lost(place + "/" + at, before.get(at), after.get(at)));
      }
    } else if (!before.equals(after)) {
      lost.add("%s: %s is now %s".formatted(place, before, after));
    }
    return lost;
  }

  @ParameterizedTest
  @EnumSource
  void what_is_written_now_is_what_the_last_release_can_read(Wire wire) {
    assertThat(now(wire)).isNotEmpty();
    assertThat(LastRelease.messages(wire)).isNotEmpty();
    assertThat(now(wire))
        .flatMap(message -> LastRelease.problems(wire, message.toString()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"kind":"handed-back","worker":"w"}                            | /attempt was always there and is not
          {"kind":"handed-back","worker":{},"attempt":"a","why":[1]}     | /worker was string and is object
          {"kind":"graded","worker":"w","batch":"b","sheets":[{"marks":[],"call":"c","grader":1}]} | /sheets/*/grader was string and is integer
          {"kind":"later"}                                               | the last release knows no [later, ] of REPLIES
          """)
  void what_it_could_not_read_is_told(String reply, String problem) {
    assertThat(LastRelease.problems(Wire.REPLIES, reply)).containsExactly(problem);
  }

  @Test
  void a_request_may_be_of_a_kind_that_it_does_not_know() {
    assertThat(LastRelease.problems(Wire.TEACHER_REQUESTS, "{\"kind\":\"later\"}")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("messagesOfThen")
  void whatever_a_later_release_adds_to_an_object_is_passed_over(Wire wire, JsonNode then) {
    JsonNode later = withMore("", then);

    assertThat(wire.write(wire.read(later))).isEqualTo(wire.write(wire.read(then)));
  }

  /** A value with a field more in each object that is no map. */
  private static JsonNode withMore(String name, JsonNode value) {
    JsonNode more = value.deepCopy();
    if (more instanceof ObjectNode object) {
      value
          .properties()
          .forEach(field -> object.set(field.getKey(), withMore(field.getKey(), field.getValue())));
      if (!MAPS.contains(name)) {
        object.putObject("added_later").put("number", 1);
      }
    } else if (more instanceof ArrayNode array) {
      for (int at = 0; at < value.size(); at++) {
        array.set(at, withMore("", value.get(at)));
      }
    }
    return more;
  }
}
