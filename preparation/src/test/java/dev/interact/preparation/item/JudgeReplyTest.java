package dev.interact.preparation.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeReplyTest {
  private static final Verdict YES = new Verdict(true, true, true, "Fine.");
  private static final Verdict NO = new Verdict(true, false, true, "B is right, too.");
  private static final String GOOD =
      "\"comprehension\": true, \"answerable\": true, \"self_contained\": true, \"reason\": \"Fine.\"}";
  private static final String BAD =
      "\"comprehension\": true, \"answerable\": false, \"self_contained\": true, \"reason\": \"B is right, too.\"}";

  static final List<String> FORMS =
      List.of(
          "{\"verdicts\": [{\"item\": 1, %s, {\"item\": 2, %s]}",
          "```json\n[{\"item\": 1, %s, {\"item\": 2, %s]\n```",
          "Well:\n{\"item\": 1, %s\n{\"item\": 2, %s\nThat is it.",
          "{\"verdicts\": [{\"item\": \"1\", %s, {\"item\": \"Item 2\", %s]}",
          "{\"verdicts\": [{\"item\": 0, %s, {\"item\": 1, %s]}",
          "{\"verdicts\": [{%s, {%s]}",
          "{\"verdicts\": {\"1\": {%s, \"2\": {%s}}",
          "{\"verdicts\": [{\"item\": 1, %s, {\"item\": 2, %s, {\"item\": 3, \"answ");

  @ParameterizedTest
  @FieldSource("FORMS")
  void verdicts_are_found_wherever_they_stand(String form) {
    assertThat(JudgeReply.read(form.formatted(GOOD, BAD), 2)).isEqualTo(Map.of(0, YES, 1, NO));
  }

  @Test
  void numbers_count_and_not_the_order() {
    String reply = "[{\"item\": 2, %s, {\"item\": 1, %s]".formatted(GOOD, BAD);

    assertThat(JudgeReply.read(reply, 2)).isEqualTo(Map.of(0, NO, 1, YES));
  }

  @Test
  void numbers_from_0_on_are_understood_in_part_too_and_contradictions_are_not() {
    assertThat(JudgeReply.read("[{\"item\": 0, %s, {\"item\": 2, %s]".formatted(GOOD, BAD), 3))
        .isEqualTo(Map.of(0, YES, 2, NO));
    assertThat(JudgeReply.read("[{\"item\": 0, %s, {\"item\": 3, %s]".formatted(GOOD, BAD), 3))
        .isEmpty();
  }

  @Test
  void what_is_missing_or_of_other_items_is_left_out() {
    String reply =
        "[{\"item\": 2, %s, {\"item\": 9, %s, {\"item\": -1, %s]".formatted(GOOD, BAD, BAD);

    assertThat(JudgeReply.read(reply, 3)).isEqualTo(Map.of(1, YES));
    assertThat(JudgeReply.read("[{%s]".formatted(GOOD), 2)).isEmpty();
  }

  @Test
  void an_item_that_is_judged_in_two_ways_is_not_judged() {
    String reply =
        "[{\"item\": 1, %s, {\"item\": 1, %s, {\"item\": 2, %s]".formatted(GOOD, BAD, BAD);

    assertThat(JudgeReply.read(reply, 2)).isEqualTo(Map.of(1, NO));
  }

  @Test
  void yes_and_no_may_be_words_and_the_reason_may_be_missing() {
    String reply =
        "{\"item\": 1, \"comprehension\": \"Yes\", \"answerable\": \"NO\", \"self_contained\": \"true\"}";

    assertThat(JudgeReply.read(reply, 1)).isEqualTo(Map.of(0, new Verdict(true, false, true, "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"perhaps\"", "{}", "[true]"})
  void a_verdict_without_all_three_answers_is_none(String answer) {
    String reply =
        "[{\"item\": 1, %s]"
            .formatted(GOOD.replace("\"answerable\": true", "\"answerable\": " + answer));

    assertThat(JudgeReply.read(reply, 1)).isEmpty();
  }

  @Test
  void garbage_holds_no_verdict() {
    assertThat(Garbage.texts()).allSatisfy(text -> assertThat(JudgeReply.read(text, 3)).isEmpty());
  }
}
