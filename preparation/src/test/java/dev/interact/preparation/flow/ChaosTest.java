package dev.interact.preparation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Hash;
import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that do as they like, by a seed; whatever they do, the flow keeps its promises. */
class ChaosTest {
  private static final int SEEDS = 25;
  private static final int ORDERS = 2;

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  private static Recipe recipe(Random random) {
    List<String> models = List.of("[]", "[f]", "[f, g]");
    return Recipes.of(
        """
        lessons: %s
        items: {easy: %d, medium: %d, hard: %d}
        quiz: %s
        re_asks: %d
        rounds: %d
        gates:
          closed_book: {models: %s, tries: 2, drop_from: %d}
          with_context: {models: %s, tries: 2, keep_from: %d}
          judge: %s
        """
            .formatted(
                random.nextBoolean() ? "[l]" : "[]",
                random.nextInt(3),
                1 + random.nextInt(3),
                random.nextInt(3),
                random.nextBoolean() ? "sheet" : "item",
                random.nextInt(3),
                1 + random.nextInt(3),
                models.get(random.nextInt(3)),
                1 + random.nextInt(2),
                models.get(random.nextInt(3)),
                1 + random.nextInt(2),
                random.nextBoolean() ? "j" : "none"));
  }

  /** A number from 0 to 1 that depends on what it is for alone. */
  private static double chance(Object... what) {
    return Hash.seed(what) / (double) Integer.MAX_VALUE;
  }

  private static Play play(Recipe recipe, int seed) {
    double trouble = chance("trouble", seed) / 2;
    Play play = new Play(recipe);
    return play.chooses(sit -> true, item -> 0)
        .when(
            step -> step instanceof Step.Sit,
            step -> play.sat((Step.Sit) step, item -> choice(seed, trouble, (Step.Sit) step, item)))
        .when(
            step -> step instanceof Step.WriteQuiz,
            step -> new Ended.Said(written(seed, trouble, play, (Step.WriteQuiz) step)))
        .when(
            step -> step instanceof Step.Judge,
            step -> new Ended.Said(judged(seed, trouble, play, (Step.Judge) step)));
  }

  private static int choice(int seed, double trouble, Step.Sit sit, QuizItem item) {
    if (chance("unread", seed, sit, item.id()) < trouble / 3) {
      return -1;
    }
    double knows = sit.gate().hasContext() ? 1 - trouble : trouble;
    return chance("sit", seed, sit, item.id()) < knows ? item.answer() : Play.wrong(item);
  }

  private static String written(int seed, double trouble, Play play, Step.WriteQuiz step) {
    if (chance("author", seed, step) < trouble / 2) {
      return "{\"items\": [{\"level\"";
    }
    List<String> items = new ArrayList<>();
    for (QuizOrder.OfLevel of : play.order(step.round(), step.draw()).levels()) {
      int written = of.number() + (int) (4 * trouble * chance("more", seed, step, of));
      for (int n = 0; n < written; n++) {
        String item = Facts.item(of.level(), Facts.fact(step, items.size()));
        boolean bad = chance("item", seed, step, items.size()) < trouble;
        items.add(bad ? item.replace("\"answer\": 0", "\"answer\": 7") : item);
      }
    }
    return Facts.reply(items);
  }

  private static String judged(int seed, double trouble, Play play, Step.Judge step) {
    List<String> verdicts = new ArrayList<>();
    int items = play.preparation().shown(step, play.replies()).quiz().size();
    for (int item = 1; item <= items; item++) {
      boolean isMute = chance("mute", seed, step.round(), item) < trouble / 4;
      if (!isMute && chance("judge", seed, step, item) >= trouble / 2) {
        verdicts.add(Play.verdict(item, chance("no", seed, step, item) >= trouble));
      }
    }
    return "{\"verdicts\": " + verdicts + "}";
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_order_replies_arrive_in_the_same_is_made(int seed) {
    System.out.println("seed " + seed);
    Recipe recipe = recipe(new Random(seed));
    Play whole = play(recipe, seed);
    Prepared prepared = whole.prepared();

    assertThat(whole.replies()).hasSizeLessThanOrEqualTo(Preparation.mostCalls(recipe));
    check(prepared, recipe);
    for (int order = 0; order < ORDERS; order++) {
      Play play = play(recipe, seed);
      assertThat(play.end(new Random(seed * 31L + order))).isEqualTo(new Next.Finished(prepared));
      assertThat(play.replies()).isEqualTo(whole.replies());
    }
  }

  private static void check(Prepared prepared, Recipe recipe) {
    List<QuizItem> quiz = prepared.concept().quiz();
    assertThat(prepared.missing()).isEqualTo(recipe.items().count() - quiz.size()).isNotNegative();
    for (Level level : Level.values()) {
      assertThat(quiz.stream().filter(item -> item.level() == level).count())
          .isLessThanOrEqualTo(recipe.items().of(level));
    }
    assertThat(quiz).allMatch(item -> passed(item).stream().allMatch(passed -> passed));
    List<QuizItem> gated =
        prepared.dropped().stream()
            .map(Prepared.Dropped::item)
            .filter(item -> item != null && item.extra().containsKey("gates"))
            .toList();
    assertThat(gated).allMatch(item -> passed(item).contains(false));
    assertThat(prepared.exams())
        .allSatisfy(
            exam -> {
              assertThat(exam.before().answers()).isEqualTo(2 * (quiz.size() + gated.size()));
              assertThat(exam.kept().answers()).isEqualTo(2 * quiz.size());
              assertThat(exam.fresh().answers()).isEqualTo(2 * quiz.size());
            });
    assertThat(prepared.exams()).hasSameSizeAs(recipe.gates().closedBook().models());
    assertThat(prepared.lessons()).hasSameSizeAs(recipe.lessons());
  }

  private static List<Boolean> passed(QuizItem item) {
    return StreamSupport.stream(item.extra().get("gates").spliterator(), false)
        .map(gate -> gate.get("passed"))
        .map(JsonNode::asBoolean)
        .toList();
  }

  /** So that the seeds cannot all be of one kind. */
  @Test
  void seeds_go_every_way() {
    Set<String> ways = new TreeSet<>();
    for (int seed : seeds()) {
      Recipe recipe = recipe(new Random(seed));
      Play play = play(recipe, seed);
      Prepared prepared = play.prepared();
      ways.add(prepared.missing() == 0 ? "full" : "lacking");
      ways.add(prepared.concept().quiz().isEmpty() ? "empty" : "filled");
      prepared.dropped().stream()
          .map(Prepared.Dropped::reason)
          .forEach(reason -> ways.add(way(reason)));
      play.replies().keySet().forEach(step -> ways.add(way(step)));
    }
    ways.remove("first");

    assertThat(ways)
        .containsExactlyInAnyOrder(
            "full",
            "lacking",
            "empty",
            "filled",
            "surplus",
            "unreadable",
            "rule",
            "closed-book",
            "with-context",
            "judge",
            "not judged",
            "author again",
            "next round",
            "judge again",
            "sheet again",
            "sheet given up",
            "part");
  }

  private static String way(String reason) {
    Map<String, String> ways =
        Map.of(
            "There are enough", "surplus",
            "The author's reply", "unreadable",
            "Item ", "rule",
            "f answers it without", "closed-book",
            "g answers it without", "closed-book",
            "f answers it with the", "with-context",
            "g answers it with the", "with-context",
            "By the judge", "judge",
            "The judge gave", "not judged");
    return ways.keySet().stream()
        .filter(reason::startsWith)
        .map(ways::get)
        .findFirst()
        .orElse(reason);
  }

  private static String way(Step step) {
    return switch (step) {
      case Step.WriteLesson lesson -> "first";
      case Step.WriteQuiz(int round, int draw) ->
          draw > 0 ? "author again" : round > 0 ? "next round" : "first";
      case Step.Judge(int round, int draw) -> draw > 0 ? "judge again" : "first";
      case Step.Sit sit when sit.draw() == Preparation.RE_ASKS -> "sheet given up";
      case Step.Sit sit when sit.draw() > 0 -> "sheet again";
      case Step.Sit sit -> sit.part() > 0 ? "part" : "first";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiz: sheet | 1 + 2 + 2 + 1 + 2 = 8
          quiz: item  | 1 + 6 + 6 + 1 + 6 = 20
          lessons: [l, m] | 8 and 2 = 10
          """)
  void what_passes_at_once_takes_the_least_calls(String more, String sum) {
    Recipe recipe = Recipes.small(more + "\n");
    Play play = new Play(recipe);
    play.prepared();

    assertThat(Preparation.leastCalls(recipe))
        .isEqualTo(Integer.parseInt(sum.replaceAll(".*= ", "")))
        .isEqualTo(play.replies().size());
  }

  @ParameterizedTest
  @CsvSource({"sheet", "item"})
  void whoever_never_answers_well_takes_the_most_calls(String quiz) {
    Recipe recipe =
        Recipes.small("quiz: %s\nrounds: 2\nre_asks: 1\nlessons: [l]\n".formatted(quiz));
    Play play = new Play(recipe);
    play.when(
            step -> step instanceof Step.WriteQuiz write && write.draw() == 0,
            step -> new Ended.Said("No."))
        .chooses(sit -> true, item -> -1)
        .when(
            step -> step instanceof Step.Judge,
            step -> new Ended.Said(step.equals(new Step.Judge(1, 3)) ? "x" : "No."));
    play.prepared();

    int fresh = 4 * 2 * recipe.quiz().calls(3);
    assertThat(play.replies())
        .as("all but those on a quiz that is empty")
        .hasSize(Preparation.mostCalls(recipe) - fresh);
    assertThat(new HashSet<>(play.replies().keySet())).contains(new Step.WriteLesson("l"));
  }
}
