package dev.interact.offline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.offline.Strength;
import dev.interact.offline.Texts;
import dev.interact.offline.Texts.Material;
import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final String STORY =
      "The miller sold his mule in Marden. The heron knew the name of the spirit."
          + " Nobody asked the daughter for the copper key.";

  @Test
  void a_sound_item_passes() {
    Verdict verdict = judge("Who knew the name of the spirit?", 1, "the miller", "the heron");

    assertThat(verdict)
        .isEqualTo(
            new Verdict(
                1,
                true,
                true,
                true,
                "The material has the words of the question next to those of the right option."));
  }

  @Test
  void a_wrong_key_and_options_that_the_material_has_not_are_not_answerable() {
    assertThat(judge("Who knew the name of the spirit?", 0, "the miller", "the heron").answerable())
        .isFalse();
    assertThat(judge("Who knew the name of the spirit?", 0, "a fox", "a crane").answerable())
        .isFalse();
    assertThat(judge("Who knew the name of the spirit?", 0, "the heron", "heron").answerable())
        .isFalse();
  }

  @Test
  void an_item_without_a_key_is_answerable_where_one_option_stands_out() {
    assertThat(
            judge("Who knew the name of the spirit?", -1, "the miller", "the heron").answerable())
        .isTrue();
    assertThat(judge("Who was the king?", -1, "a fox", "a crane").answerable()).isFalse();
  }

  @Test
  void words_from_elsewhere_are_named() {
    Verdict verdict =
        judge("Which treaty ended the Thirty Years' War in Germany?", 0, "Westphalia", "Utrecht");

    assertThat(verdict.selfContained()).isFalse();
    assertThat(verdict.reason()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many words are in the second sentence?",
        "What is the first word?",
        "Which paragraph speaks of the heron?",
        "Did the heron know the name?"
      })
  void items_about_form_and_items_that_hold_their_answer_test_no_comprehension(String question) {
    assertThat(judge(question, 1, "the miller", "the heron").comprehension()).isEqualTo(false);
  }

  @Test
  void without_material_nothing_is_answerable() {
    Verdict verdict =
        new Judge(Strength.FULL, Passage.of(""))
            .judge(List.of(keyed("Who knew the name?", 0, "the heron", "the mule")))
            .getFirst();

    assertThat(verdict.answerable()).isFalse();
    assertThat(verdict.selfContained()).isFalse();
  }

  @Test
  void quizzes_of_people_are_told_from_ones_with_a_wrong_key() {
    int[] yes = new int[5];
    int items = 0;
    for (String file : Texts.FILES) {
      for (Material material : Texts.of(file)) {
        for (JsonNode item : material.concept().get("quiz")) {
          items++;
          count(material, item, yes);
        }
      }
    }
    System.out.printf(
        "[measured] of %d items of people, comprehension %.3f, answerable %.3f, with a wrong key"
            + " %.3f, self-contained %.3f, by another material %.3f%n",
        items,
        share(yes[0], items),
        share(yes[1], items),
        share(yes[2], items),
        share(yes[3], items),
        share(yes[4], items));
    assertThat(share(yes[0], items)).isGreaterThan(0.9);
    assertThat(share(yes[1], items)).isGreaterThan(share(yes[2], items) + 0.2);
  }

  private static void count(Material material, JsonNode item, int[] yes) {
    int key = item.get("answer").asInt();
    List<String> options = new ArrayList<>();
    item.get("options").forEach(option -> options.add(option.asText()));
    var judge = new Judge(Strength.FULL, Passage.of(material.evidence()));
    String question = item.get("question").asText();
    String[] texts = options.toArray(String[]::new);
    Verdict right = judge.judge(List.of(keyed(question, key, texts))).getFirst();
    int other = (key + 1) % texts.length;
    Verdict wrong = judge.judge(List.of(keyed(question, other, texts))).getFirst();
    var elsewhere = new Judge(Strength.FULL, Passage.of(STORY));
    Verdict foreign = elsewhere.judge(List.of(keyed(question, key, texts))).getFirst();
    yes[0] += right.comprehension() ? 1 : 0;
    yes[1] += right.answerable() ? 1 : 0;
    yes[2] += wrong.answerable() ? 1 : 0;
    yes[3] += right.selfContained() ? 1 : 0;
    yes[4] += foreign.selfContained() ? 1 : 0;
  }

  private static double share(int count, int all) {
    return (double) count / all;
  }

  private static Verdict judge(String question, int key, String... options) {
    return new Judge(Strength.FULL, Passage.of(STORY))
        .judge(List.of(keyed(question, key, options)))
        .getFirst();
  }

  private static KeyedItem keyed(String question, int key, String... texts) {
    List<Option> options = new ArrayList<>();
    for (String text : texts) {
      options.add(new Option((char) ('A' + options.size()), text));
    }
    Item item = new Item(1, question, options);
    return new KeyedItem(item, key < 0 ? Optional.empty() : Optional.of(options.get(key)));
  }
}
