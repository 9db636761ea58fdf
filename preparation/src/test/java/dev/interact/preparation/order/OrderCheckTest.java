package dev.interact.preparation.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Json;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderCheckTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef";
  private static final Prompts PROMPTS = Prompts.load(Optional.empty());
  private static final PromptSet GENERAL = PROMPTS.forDomain("general");

  private static PreparationOrder order(
      Recipe recipe, List<String> concepts, Map<String, PromptSet> prompts) {
    return new PreparationOrder("name: x", recipe, concepts, prompts, "ada");
  }

  private static PromptSet with(TeacherPrompt author, TeacherPrompt judge) {
    return new PromptSet(
        GENERAL.student(),
        GENERAL.teacher(),
        GENERAL.lesson(),
        GENERAL.exam(),
        author,
        judge,
        Map.of(),
        Map.of(),
        Map.of());
  }

  @Test
  void what_the_command_line_sends_can_be_trusted() {
    PreparationOrder sent =
        order(
            Recipe.of("x", "a"),
            List.of(HASH),
            Map.of("general", GENERAL, "news", PROMPTS.forDomain("news")));
    PreparationOrder received = Json.read(Json.write(sent), PreparationOrder.class);

    assertThat(received).isEqualTo(sent);
    assertThat(received.id()).isEqualTo(sent.id());
    assertThat(OrderCheck.problems(received)).isEmpty();
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    PromptSet bad =
        with(new TeacherPrompt(GENERAL.author().system(), "{{key}}", null), GENERAL.judge());

    assertThat(
            OrderCheck.problems(
                order(
                    Recipe.of("X", null),
                    List.of("../x"),
                    Map.of("news", bad, "lyrics", with(null, null)))))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "name",
            "author",
            "concepts",
            "prompts.general",
            "prompts.lyrics.author",
            "prompts.lyrics.judge",
            "prompts.news.author.task");
  }

  @Test
  void a_prompt_of_half_a_pair_is_missing() {
    PromptSet half =
        with(new TeacherPrompt(GENERAL.author().system(), null, null), GENERAL.judge());

    assertThat(
            OrderCheck.problems(order(Recipe.of("x", "a"), List.of(HASH), Map.of("general", half))))
        .extracting(Problem::field)
        .containsExactly("prompts.general.author.task");
  }

  @Test
  void concepts_are_named_once_each() {
    Map<String, PromptSet> prompts = Map.of("general", GENERAL);

    assertThat(OrderCheck.problems(order(Recipe.of("x", "a"), List.of(), prompts)))
        .extracting(Problem::sentence)
        .containsExactly("concepts: must have at least one entry.");
    assertThat(OrderCheck.problems(order(Recipe.of("x", "a"), List.of(HASH, HASH), prompts)))
        .extracting(Problem::sentence)
        .containsExactly("concepts: must not list a concept twice.");
  }

  @Test
  void an_order_without_a_recipe_is_none() {
    assertThat(OrderCheck.problems(order(null, List.of(HASH), Map.of())))
        .extracting(Problem::sentence)
        .containsExactly("recipe: is missing.");
  }
}
