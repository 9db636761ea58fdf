package dev.interact.preparation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.Json;
import dev.interact.contracts.teacher.QuizOrder.OfLevel;
import dev.interact.preparation.flow.Step.Gate;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.preparation.result.Prepared.Lesson;
import dev.interact.preparation.result.Prepared.Score;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Step.WriteQuiz write(int round, int draw) {
    return new Step.WriteQuiz(round, draw);
  }

  private static Step.Sit sit(Gate gate, int round, int attempt, int draw) {
    return new Step.Sit(gate, round, gate.hasContext() ? "w" : "f", attempt, 0, draw);
  }

  private static Set<Step> gates(int round) {
    return Set.of(
        sit(Gate.CLOSED_BOOK, round, 0, 0),
        sit(Gate.CLOSED_BOOK, round, 1, 0),
        sit(Gate.WITH_CONTEXT, round, 0, 0),
        sit(Gate.WITH_CONTEXT, round, 1, 0),
        new Step.Judge(round, 0));
  }

  private static final Set<Step> FRESH = Set.of(sit(Gate.FRESH, 0, 0, 0), sit(Gate.FRESH, 0, 1, 0));

  private static List<String> ids(Prepared prepared) {
    return prepared.concept().quiz().stream().map(QuizItem::id).toList();
  }

  private static List<String> reasons(Prepared prepared) {
    return prepared.dropped().stream().map(Prepared.Dropped::reason).toList();
  }

  @Test
  void a_quiz_that_passes_at_once_takes_three_waves() throws Exception {
    Play play = new Play(Recipes.small("lessons: [l, m]\n"));
    Prepared prepared = play.prepared();

    assertThat(play.waves())
        .containsExactly(
            Set.of(write(0, 0), new Step.WriteLesson("l"), new Step.WriteLesson("m")),
            gates(0),
            FRESH);
    assertThat(ids(prepared)).containsExactly("e1", "m1", "h1");
    assertThat(prepared.missing()).isZero();
    assertThat(prepared.dropped()).isEmpty();
    assertThat(prepared.lessons())
        .containsExactly(new Lesson("l", "A lesson by l"), new Lesson("m", "A lesson by m"));
    assertThat(prepared.exams())
        .containsExactly(new Exam("f", new Score(0, 6, 0), new Score(0, 6, 0), new Score(0, 6, 0)));
    assertThat(JSON.<JsonNode>valueToTree(prepared.concept().extra()))
        .isEqualTo(
            JSON.readTree(
                """
                {"prepared": {"recipe": "set", "author": "a", "missing": 0, "closed_book": [{"model": "f",
                  "before": {"right": 0, "answers": 6, "unread": 0},
                  "kept": {"right": 0, "answers": 6, "unread": 0},
                  "fresh": {"right": 0, "answers": 6, "unread": 0}}]}}"""));
  }

  @Test
  void an_item_has_its_evidence_its_author_and_the_figures_of_its_gates() throws Exception {
    Prepared prepared = new Play(Recipes.small()).prepared();

    assertThat(JSON.<JsonNode>valueToTree(prepared.concept().quiz().getFirst()))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "e1", "level": "easy", "question": "Which token was taken to the tower on day 0?",
                 "options": ["T0", "U0", "V0", "W0"], "answer": 0,
                 "evidence": ["On day 0 the keeper took token T0 to the tower.",
                              "On day 1 the keeper took token T1 to the tower."],
                 "author": "a",
                 "gates": [
                   {"gate": "closed-book", "model": "f", "tries": 2, "right": 0, "unread": 0, "passed": true},
                   {"gate": "with-context", "model": "w", "tries": 2, "right": 2, "unread": 0,
                    "moved": false, "passed": true},
                   {"gate": "judge", "model": "j", "comprehension": true, "answerable": true,
                    "self_contained": true, "reason": "So.", "passed": true}]}"""));
  }

  @Test
  void what_a_gate_drops_is_replaced_in_the_next_round() {
    Play play =
        new Play(Recipes.small())
            .chooses(
                sit -> sit.gate() == Gate.CLOSED_BOOK && sit.round() == 0,
                item -> item.id().equals("r0-2") ? item.answer() : Play.wrong(item));
    Prepared prepared = play.prepared();

    assertThat(play.waves())
        .containsExactly(Set.of(write(0, 0)), gates(0), Set.of(write(1, 0)), gates(1), FRESH);
    assertThat(play.order(1, 0).levels()).containsExactly(new OfLevel("medium", 1));
    assertThat(play.order(1, 0).asked())
        .as("what was dropped is not asked again either")
        .containsExactly(Facts.question(0), Facts.question(2), Facts.question(4));
    assertThat(play.order(1, 0).problems())
        .containsExactly("1 item(s) could be answered without the material.");
    assertThat(prepared.concept().quiz())
        .extracting(QuizItem::id, QuizItem::question)
        .containsExactly(
            tuple("e1", Facts.question(0)),
            tuple("m1", Facts.question(200)),
            tuple("h1", Facts.question(4)));
    assertThat(prepared.dropped()).hasSize(1);
    assertThat(prepared.dropped().getFirst().round()).isZero();
    assertThat(prepared.dropped().getFirst().item().id()).isEqualTo("r0-2");
    assertThat(prepared.dropped().getFirst().item().extra().get("gates")).hasSize(4 - 1);
    assertThat(reasons(prepared))
        .containsExactly("f answers it without the context in 2 of 2 tries.");
    assertThat(prepared.exams())
        .as("before: four items in two tries, one of them right in both")
        .containsExactly(new Exam("f", new Score(2, 8, 0), new Score(0, 6, 0), new Score(0, 6, 0)));
  }

  @Test
  void what_was_made_survives_being_sent() {
    Play play =
        new Play(Recipes.small("lessons: [l]\nre_asks: 1\n"))
            .says(write(0, 0), "No.")
            .says(new Step.Judge(0, 0), Play.verdicts(3, false));
    Made made = new Made("c", "news", play.prepared(), null);

    assertThat(made.prepared().dropped()).hasSize(4);
    assertThat(Json.read(Json.write(made), Made.class)).isEqualTo(made);
  }

  @Test
  void the_thresholds_of_gates_count_right_tries() {
    Recipe recipe =
        Recipes.of(
            """
            items: {easy: 4, medium: 0, hard: 0}
            rounds: 1
            gates:
              closed_book: {models: [f, g], tries: 3, drop_from: 2}
              with_context: {models: [w], tries: 3, keep_from: 2}
              judge: none
            """);
    Play play =
        new Play(recipe)
            .chooses(
                sit -> sit.gate() == Gate.CLOSED_BOOK && sit.model().equals("g"),
                item -> item.id().equals("r0-1") ? item.answer() : Play.wrong(item))
            .chooses(
                sit ->
                    sit.gate() == Gate.CLOSED_BOOK && sit.model().equals("f") && sit.attempt() < 2,
                item -> item.id().equals("r0-2") ? item.answer() : Play.wrong(item))
            .chooses(
                sit ->
                    sit.gate() == Gate.CLOSED_BOOK && sit.model().equals("f") && sit.attempt() == 2,
                item -> item.id().equals("r0-3") ? item.answer() : Play.wrong(item))
            .chooses(
                sit -> sit.gate() == Gate.WITH_CONTEXT && sit.attempt() == 1,
                item -> item.id().equals("r0-3") ? Play.wrong(item) : item.answer())
            .chooses(
                sit -> sit.gate() == Gate.WITH_CONTEXT && sit.attempt() == 2,
                item -> item.id().equals("r0-4") ? Play.wrong(item) : item.answer())
            .chooses(
                sit -> sit.gate() == Gate.WITH_CONTEXT && sit.attempt() == 0,
                item -> item.id().equals("r0-4") ? 3 : item.answer());
    Prepared prepared = play.prepared();

    assertThat(ids(prepared)).containsExactly("e1");
    assertThat(prepared.missing()).isEqualTo(3);
    assertThat(reasons(prepared))
        .containsExactly(
            "g answers it without the context in 3 of 3 tries.",
            "f answers it without the context in 2 of 3 tries.",
            "w answers it with the context in 1 of 3 tries.");
    assertThat(prepared.concept().quiz().getFirst().question()).isEqualTo(Facts.question(4));
    assertThat(prepared.concept().quiz().getFirst().extra().get("gates").get(2))
        .as("one try of three went elsewhere")
        .hasToString(
            "{\"gate\":\"with-context\",\"model\":\"w\",\"tries\":3,\"right\":2,\"unread\":0,\"moved\":true,\"passed\":true}");
  }

  @Test
  void an_item_that_the_judge_refuses_is_dropped() {
    Play play =
        new Play(Recipes.small("rounds: 1\n"))
            .says(
                new Step.Judge(0, 0),
                "[%s, %s, %s]"
                    .formatted(
                        Play.verdict(1, true), Play.verdict(2, false), Play.verdict(3, true)));
    Prepared prepared = play.prepared();

    assertThat(ids(prepared)).containsExactly("e1", "h1");
    assertThat(prepared.missing()).isEqualTo(1);
    assertThat(reasons(prepared))
        .containsExactly(
            "By the judge, the material does not show that the right option alone is right.");
  }

  @Test
  void rounds_may_be_used_up() {
    Play play =
        new Play(Recipes.small("rounds: 2\nlessons: [l]\n"))
            .chooses(sit -> sit.gate() == Gate.WITH_CONTEXT, Play::wrong);
    Prepared prepared = play.prepared();

    assertThat(play.waves()).as("nothing is there to be sat afresh").hasSize(4);
    assertThat(prepared.concept().quiz()).isEmpty();
    assertThat(prepared.missing()).isEqualTo(3);
    assertThat(prepared.dropped()).hasSize(6);
    assertThat(prepared.lessons()).hasSize(1);
    assertThat(prepared.exams())
        .containsExactly(
            new Exam("f", new Score(0, 12, 0), new Score(0, 0, 0), new Score(0, 0, 0)));
    assertThat(play.order(1, 0).problems()).hasSize(1);
  }

  @Test
  void an_author_is_asked_again_for_what_breaks_the_rules() {
    String bad = Facts.item("medium", 2).replace("\"U2\"", "\"t2\"");
    Play play =
        new Play(Recipes.small())
            .says(
                write(0, 0),
                Facts.reply(
                    List.of(
                        Facts.item("easy", 0),
                        bad,
                        Facts.item("hard", 4).replace("\"answer\": 0", "\"answer\": 9"))));
    Prepared prepared = play.prepared();

    assertThat(play.waves())
        .containsExactly(Set.of(write(0, 0)), Set.of(write(0, 1)), gates(0), FRESH);
    assertThat(play.order(0, 0).problems()).isEmpty();
    assertThat(play.order(0, 0).asked()).isEmpty();
    assertThat(play.order(0, 1).levels())
        .containsExactly(new OfLevel("medium", 1), new OfLevel("hard", 1));
    assertThat(play.order(0, 1).asked()).containsExactly(Facts.question(0));
    assertThat(play.order(0, 1).problems())
        .containsExactly(
            "Item 2: options A and B are the same but for case, spaces and punctuation.",
            "Item 3: answer must be the index of the right option, 0 to 3.");
    assertThat(ids(prepared)).containsExactly("e1", "m1", "h1");
    assertThat(prepared.dropped()).hasSize(2);
    assertThat(prepared.dropped().get(0).item().id()).isEqualTo("r0-2");
    assertThat(prepared.dropped().get(0).item().extra()).containsOnlyKeys("author", "evidence");
    assertThat(prepared.dropped().get(1).item()).as("no item at all").isNull();
    assertThat(prepared.dropped().get(1).reason()).startsWith("Item 3: answer must be");
  }

  @Test
  void what_keeps_the_rules_goes_on_when_the_author_was_asked_often_enough() {
    String half = Facts.reply(List.of(Facts.item("easy", 0)));
    Play play =
        new Play(Recipes.small("re_asks: 1\nrounds: 2\n"))
            .says(write(0, 0), "I would rather not.")
            .says(write(0, 1), half)
            .says(write(1, 0), "{\"items\": [{\"level\": \"medium\", \"question\": \"Wh")
            .says(write(1, 1), "[]");
    Prepared prepared = play.prepared();

    assertThat(play.waves())
        .containsExactly(
            Set.of(write(0, 0)),
            Set.of(write(0, 1)),
            gates(0),
            Set.of(write(1, 0)),
            Set.of(write(1, 1)),
            FRESH);
    assertThat(play.order(0, 1).problems())
        .singleElement()
        .asString()
        .startsWith("Your reply held no item that could be read");
    assertThat(play.order(1, 0).problems())
        .as("the last reply was good as far as it went")
        .containsExactly("Your reply held fewer items of a level than were asked for.");
    assertThat(ids(prepared)).containsExactly("e1");
    assertThat(prepared.missing()).isEqualTo(2);
    assertThat(prepared.dropped())
        .containsOnly(
            new Prepared.Dropped(0, null, "The author's reply held no item that could be read."),
            new Prepared.Dropped(1, null, "The author's reply held no item that could be read."));
    assertThat(prepared.dropped()).hasSize(3);
  }

  @Test
  void more_items_than_ordered_are_surplus() {
    Play play =
        new Play(Recipes.small())
            .says(
                write(0, 0),
                Facts.reply(
                    List.of(
                        Facts.item("easy", 0),
                        Facts.item("easy", 2),
                        Facts.item("simple", 4),
                        Facts.item("medium", 6),
                        Facts.item("hard", 8),
                        Facts.item("hard", 10))));
    Prepared prepared = play.prepared();

    assertThat(play.waves()).as("nothing is missing").hasSize(3);
    assertThat(prepared.concept().quiz())
        .extracting(QuizItem::question)
        .containsExactly(Facts.question(0), Facts.question(6), Facts.question(8));
    assertThat(prepared.dropped())
        .extracting(dropped -> dropped.item().id())
        .containsExactly("r0-2", "r0-3", "r0-6");
    assertThat(reasons(prepared))
        .containsExactly(
            "There are enough items of its level without it.",
            "Item 3: its level must be easy, medium or hard.",
            "There are enough items of its level without it.");
  }

  @Test
  void an_item_is_not_written_twice_whatever_became_of_it() {
    Play play =
        new Play(Recipes.small("re_asks: 0\nrounds: 2\n"))
            .chooses(
                sit -> sit.gate() == Gate.WITH_CONTEXT && sit.round() == 0,
                item -> item.id().equals("r0-1") ? Play.wrong(item) : item.answer())
            .says(write(1, 0), Facts.reply(List.of(Facts.item("easy", 0))));

    assertThat(reasons(play.prepared()))
        .containsExactly(
            "w answers it with the context in 0 of 2 tries.",
            "Item 1: it asks the same as another item.");
  }

  @Test
  void the_author_hears_of_twenty_problems_at_most() {
    List<String> items = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      items.add(Facts.item("simple", 2 * n));
    }
    Play play = new Play(Recipes.small()).says(write(0, 0), Facts.reply(items));

    assertThat(play.prepared().dropped()).hasSize(50);
    assertThat(play.order(0, 1).problems()).hasSize(20);
  }

  @Test
  void a_sheet_that_cannot_be_read_is_asked_again_and_what_of_it_can_be_read_counts() {
    Play play =
        new Play(Recipes.small())
            .chooses(
                sit -> sit.gate() == Gate.CLOSED_BOOK && sit.attempt() == 1,
                item -> item.id().equals("r0-3") ? -1 : item.answer())
            .chooses(
                sit -> sit.gate() == Gate.WITH_CONTEXT && sit.attempt() == 0 && sit.draw() == 0,
                item -> -1)
            .when(sit(Gate.FRESH, 0, 0, 3), new Ended.Sat(List.of(), "too short"))
            .chooses(sit -> sit.gate() == Gate.FRESH && sit.draw() < 3, item -> -1);
    Prepared prepared = play.prepared();

    assertThat(play.waves().get(2))
        .isEqualTo(Set.of(sit(Gate.CLOSED_BOOK, 0, 1, 1), sit(Gate.WITH_CONTEXT, 0, 0, 1)));
    assertThat(play.waves().get(3)).isEqualTo(Set.of(sit(Gate.CLOSED_BOOK, 0, 1, 2)));
    assertThat(play.waves().get(4)).isEqualTo(Set.of(sit(Gate.CLOSED_BOOK, 0, 1, 3)));
    assertThat(play.waves().get(5)).isEqualTo(FRESH);
    assertThat(prepared.missing()).isZero();
    assertThat(prepared.exams())
        .containsExactly(new Exam("f", new Score(2, 6, 1), new Score(2, 6, 1), new Score(0, 6, 3)));
    assertThat(prepared.concept().quiz().getLast().extra().get("gates").get(0))
        .hasToString(
            "{\"gate\":\"closed-book\",\"model\":\"f\",\"tries\":2,\"right\":0,\"unread\":1,\"passed\":true}");
    Map<Step, Ended> replies = play.replies();
    Preparation preparation = play.preparation();
    assertThat(preparation.formatError(sit(Gate.CLOSED_BOOK, 0, 1, 0), replies)).isNull();
    assertThat(preparation.formatError(sit(Gate.CLOSED_BOOK, 0, 1, 1), replies))
        .isEqualTo("no answer could be read");
    assertThat(preparation.formatError(write(0, 1), replies)).isNull();
    assertThat(preparation.formatError(new Step.WriteLesson("l"), replies)).isNull();
  }

  @Test
  void choices_that_no_option_has_are_not_read() {
    Play play =
        new Play(Recipes.small("rounds: 1\n"))
            .when(
                step -> step instanceof Step.Sit sit && sit.gate() == Gate.WITH_CONTEXT,
                step -> new Ended.Sat(List.of(4, -1, 99, 0), null));

    assertThat(play.prepared().dropped())
        .allSatisfy(
            dropped ->
                assertThat(dropped.item().extra().get("gates").get(1).get("unread").asInt())
                    .isEqualTo(2));
  }

  @Test
  void a_judge_that_cannot_be_read_is_asked_again_and_what_it_leaves_out_is_dropped() {
    Play play =
        new Play(Recipes.small("rounds: 1\n"))
            .says(new Step.Judge(0, 0), "Good items!")
            .says(new Step.Judge(0, 1), Play.verdict(2, true))
            .says(new Step.Judge(0, 2), Play.verdict(1, true))
            .says(new Step.Judge(0, 3), "{}");
    Prepared prepared = play.prepared();

    assertThat(ids(prepared)).containsExactly("e1", "m1");
    assertThat(reasons(prepared)).containsExactly("The judge gave no verdict that could be read.");
    assertThat(prepared.dropped().getFirst().item().extra().get("gates").get(2))
        .hasToString(
            "{\"gate\":\"judge\",\"model\":\"j\",\"reason\":\"The judge gave no verdict that could be read.\",\"passed\":false}");
    assertThat(play.preparation().formatError(new Step.Judge(0, 0), play.replies())).isNull();
    assertThat(play.preparation().formatError(new Step.Judge(0, 1), play.replies()))
        .isEqualTo("it holds no clear verdict on item 1, 2, 3.");
    assertThat(play.preparation().formatError(new Step.Judge(0, 3), play.replies()))
        .isEqualTo("it holds no clear verdict on item 3.");
  }

  @Test
  void a_judge_that_is_read_at_last_is_asked_no_more() {
    Play play =
        new Play(Recipes.small())
            .says(new Step.Judge(0, 0), Play.verdict(2, true))
            .says(new Step.Judge(0, 1), Play.verdicts(3, true));

    assertThat(play.prepared().missing()).isZero();
    assertThat(play.replies()).doesNotContainKey(new Step.Judge(0, 2));
  }

  @Test
  void a_call_that_fails_for_good_ends_it_with_its_reason() {
    Ended failed = new Ended.Failed("The provider refused the text.");
    List<Step> steps =
        List.of(
            new Step.WriteLesson("l"),
            write(0, 0),
            sit(Gate.CLOSED_BOOK, 0, 1, 0),
            sit(Gate.WITH_CONTEXT, 0, 0, 0),
            new Step.Judge(0, 0),
            sit(Gate.FRESH, 0, 1, 0));

    assertThat(steps)
        .allSatisfy(
            step ->
                assertThat(new Play(Recipes.small("lessons: [l]\n")).when(step, failed).end())
                    .isEqualTo(new Next.Failed("The provider refused the text.")));
  }

  @Test
  void a_reply_that_is_not_asked_for_changes_nothing() {
    Preparation preparation = Preparation.of(Recipes.small(), Play.CONCEPT);
    Ended failed = new Ended.Failed("Nobody asked.");
    Map<Step, Ended> surplus =
        Map.of(
            new Step.WriteLesson("nobody"),
            failed,
            write(0, 1),
            failed,
            write(7, 0),
            new Ended.Sat(List.of(), null),
            sit(Gate.CLOSED_BOOK, 0, 0, 0),
            failed,
            sit(Gate.FRESH, 0, 0, 0),
            failed,
            new Step.Judge(0, 0),
            failed);

    assertThat(preparation.after(surplus)).isEqualTo(new Next.Waits(Set.of(write(0, 0))));
  }

  @Test
  void a_reply_of_another_kind_is_a_mistake_of_the_caller() {
    Preparation preparation = Preparation.of(Recipes.small(), Play.CONCEPT);
    Map<Step, Ended> odd = Map.of(write(0, 0), new Ended.Sat(List.of(), null));

    assertThatThrownBy(() -> preparation.after(odd)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_step_is_looked_up_no_earlier_than_it_can_be() {
    Preparation preparation = Preparation.of(Recipes.small(), Play.CONCEPT);

    assertThatThrownBy(() -> preparation.order(write(1, 0), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> preparation.order(write(0, 1), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> preparation.shown(new Step.Judge(0, 0), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> preparation.parts(sit(Gate.FRESH, 0, 0, 0), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gates_may_be_left_out() {
    Play play =
        new Play(
            Recipes.of(
                "gates: {closed_book: {models: []}, with_context: {models: []}, judge: none}"));
    Prepared prepared = play.prepared();

    assertThat(play.waves()).containsExactly(Set.of(write(0, 0)));
    assertThat(ids(prepared)).containsExactly("e1", "e2", "e3", "m1", "m2", "m3", "h1", "h2", "h3");
    assertThat(prepared.exams()).isEmpty();
    assertThat(prepared.concept().quiz())
        .allSatisfy(item -> assertThat(item.extra().get("gates")).isEmpty());
  }

  @Test
  void without_a_closed_book_gate_nothing_is_sat_afresh() {
    Play play =
        new Play(
            Recipes.of(
                "gates: {closed_book: {models: []}, with_context: {models: [w]}, judge: j}"));

    assertThat(play.prepared().missing()).isZero();
    assertThat(play.waves())
        .containsExactly(
            Set.of(write(0, 0)),
            Set.of(
                sit(Gate.WITH_CONTEXT, 0, 0, 0),
                sit(Gate.WITH_CONTEXT, 0, 1, 0),
                new Step.Judge(0, 0)));
  }

  @Test
  void a_quiz_of_single_items_has_a_sheet_for_each() {
    Play play =
        new Play(Recipes.small("quiz: item\n"))
            .chooses(
                sit -> sit.gate() == Gate.CLOSED_BOOK,
                item -> item.id().equals("r0-2") ? item.answer() : Play.wrong(item))
            .chooses(
                sit -> sit.gate() == Gate.WITH_CONTEXT && sit.part() == 2 && sit.draw() == 0,
                item -> -1);
    Prepared prepared = play.prepared();

    assertThat(play.waves().get(1)).hasSize(2 * 3 + 2 * 3 + 1);
    assertThat(play.waves().get(2))
        .containsExactlyInAnyOrder(
            new Step.Sit(Gate.WITH_CONTEXT, 0, "w", 0, 2, 1),
            new Step.Sit(Gate.WITH_CONTEXT, 0, "w", 1, 2, 1));
    assertThat(play.waves().get(3)).containsExactly(write(1, 0));
    assertThat(play.waves().get(4)).as("one item").hasSize(2 + 2 + 1);
    assertThat(play.waves().getLast()).hasSize(6);
    assertThat(prepared.missing()).isZero();
    assertThat(prepared.dropped()).hasSize(1);
    assertThat(prepared.exams())
        .containsExactly(new Exam("f", new Score(2, 8, 0), new Score(0, 6, 0), new Score(0, 6, 0)));
  }

  @Test
  void an_image_is_prepared_without_looking_for_its_evidence() {
    Concept image =
        new Concept(
            "i",
            "images",
            "T",
            null,
            new Concept.Image("image/png", new byte[] {1}),
            List.of(),
            null,
            null,
            Map.of());

    assertThat(new Play(Recipes.small(), image).prepared().missing()).isZero();
  }

  @Test
  void a_concept_keeps_its_own_fields_and_loses_an_old_quiz() {
    Concept old =
        new Concept(
            "c",
            "news",
            "T",
            Facts.context(),
            null,
            List.of(new QuizItem("x", null, "Old?", List.of("a", "b"), 0, Map.of())),
            "somewhere",
            "CC0",
            Map.of("cluster", JSON.getNodeFactory().textNode("k")));
    Concept made = new Play(Recipes.small(), old).prepared().concept();

    assertThat(made.cluster()).isEqualTo("k");
    assertThat(made.source()).isEqualTo("somewhere");
    assertThat(made.quiz()).extracting(QuizItem::id).containsExactly("e1", "m1", "h1");
  }

  @Test
  void what_is_shown_are_the_items_of_the_round_or_of_the_finished_quiz() {
    Play play =
        new Play(Recipes.small())
            .chooses(
                sit -> sit.gate() == Gate.CLOSED_BOOK && sit.round() == 0,
                item -> item.id().equals("r0-1") ? item.answer() : Play.wrong(item));
    play.prepared();
    Preparation preparation = play.preparation();
    Map<Step, Ended> replies = play.replies();

    assertThat(preparation.shown(sit(Gate.WITH_CONTEXT, 0, 1, 0), replies).quiz())
        .extracting(QuizItem::id)
        .containsExactly("r0-1", "r0-2", "r0-3");
    assertThat(preparation.shown(new Step.Judge(1, 0), replies).quiz())
        .extracting(QuizItem::id)
        .containsExactly("r1-1");
    assertThat(preparation.shown(sit(Gate.FRESH, 0, 1, 0), replies).quiz())
        .extracting(QuizItem::id)
        .containsExactly("e1", "m1", "h1");
  }
}
