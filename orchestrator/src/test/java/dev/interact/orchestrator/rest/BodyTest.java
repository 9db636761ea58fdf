package dev.interact.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.study.Concept;
import dev.interact.study.Submission;
import dev.interact.study.input.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What someone sent is read, or refused in a sentence; nothing in it is null that must be there.
 */
class BodyTest {
  private final Body body = new Body(new ObjectMapper());

  record Sheet(@JsonSetter(contentNulls = Nulls.SET) List<Integer> choices) {}

  private <T> T read(String json, TypeReference<T> type) {
    return body.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"concepts": ["a", null]}     | concepts
          {"prompts": {"general": null}}| prompts
          {"sets": [null]}              | sets
          {"study": {"students": [null]}} | study.students
          {"study": {"overrides": {"a": null}}} | study.overrides
          """)
  void null_in_a_list_or_under_a_key_is_refused_with_its_place(String json, String place) {
    assertThatThrownBy(() -> read(json, new TypeReference<Submission>() {}))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems().getFirst().field()).startsWith(place));
  }

  @Test
  void null_in_a_list_that_is_all_of_it_is_refused() {
    assertThatThrownBy(() -> read("[null]", new TypeReference<List<Concept>>() {}))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{", "[]", "7", "\"text\"", "{\"concepts\": 7}", "{\"x\": 1}"})
  void what_is_no_such_thing_is_refused_without_a_trace(String json) {
    assertThatThrownBy(() -> read(json, new TypeReference<Submission>() {}))
        .isInstanceOf(InvalidInput.class)
        .message()
        .doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"file": {}}                         | file: must be a text.
          {"concepts": 7}                      | concepts: must be a list.
          {"concepts": ["a", [7]]}             | concepts[1]: must be a text.
          {"prompts": []}                      | prompts: must be an object.
          {"prompts": {"general": {}}}         | prompts.general.student: is missing.
          {"fil": ""}                          | fil: is no field here; there are concepts, file, owner, prompts, sets, study.
          {"study": {"turns": "many"}}         | study.turns: must be a whole number that is not too large.
          {"study": {"turns": 99999999999}}    | study.turns: is a number out of range.
          {"study": {"fresh": []}}             | study.fresh: must be true or false.
          {"study": {"conditions": ["x"]}}     | study.conditions[0]: 'x' is no condition; there are closed-book, static-lesson, dynamic, dynamic-with-lesson, full-context.
          """)
  void what_is_wrong_is_said_in_the_words_of_json(String json, String sentence) {
    assertThatThrownBy(() -> read(json, new TypeReference<Submission>() {}))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(sentence);
  }

  @Test
  void null_stays_where_a_field_takes_it() {
    assertThat(read("{\"choices\": [0, null]}", new TypeReference<Sheet>() {}).choices())
        .containsExactly(0, null);
    Concept concept =
        read(
            """
            {"id": "a", "domain": "story", "title": "A", "context": "C.", "more": null, "list": [null]}
            """,
            new TypeReference<>() {});
    assertThat(concept.extra()).containsKeys("more", "list");
    assertThat(read("{\"study\": null}", new TypeReference<Submission>() {}).study()).isNull();
    assertThat(read("{\"a\": 1}", new TypeReference<Map<String, Integer>>() {})).hasSize(1);
  }
}
