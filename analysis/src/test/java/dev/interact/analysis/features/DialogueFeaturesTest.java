package dev.interact.analysis.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.features.TurnFeatures.Answer;
import dev.interact.analysis.features.TurnFeatures.ItemFeatures;
import dev.interact.analysis.features.TurnFeatures.Question;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueFeaturesTest {
  /** Its content words: heron, kept, ford, ask, silver, button. */
  private static final String CONTEXT = "A heron kept the ford. It asked a silver button.";

  /** Its content words: toll, button, coin; heron, miller, kept, ford. */
  private static final List<QuizItem> QUIZ =
      List.of(
          item("i1", "Was this the toll?", "a button", "a coin"),
          item("i2", "Is it kept at the ford?", "a heron", "the miller"));

  private static QuizItem item(String id, String question, String right, String wrong) {
    return new QuizItem(id, null, question, List.of(right, wrong), 0, Map.of());
  }

  private static Concept concept(String context, Concept.Image image) {
    return new Concept("tales-a", "tales", "The ford", context, image, QUIZ, null, null, null);
  }

  private static DialogueRow dialogue(String lesson, List<DialogueRow.Turn> turns) {
    return new DialogueRow(
        "d",
        "tales-a",
        "tales",
        Rows.dynamic(null),
        new Repeat(1L, 0, 0, null),
        null,
        "finished",
        null,
        lesson,
        turns);
  }

  private static List<TurnFeatures> features(String lesson, DialogueRow.Turn... turns) {
    return DialogueFeatures.of(dialogue(lesson, List.of(turns)), concept(CONTEXT, null));
  }

  /** The content words of the second question: what, toll, did, heron, ask; heard was heron. */
  @Test
  void turns_are_measured_by_what_was_heard_before() {
    List<TurnFeatures> features =
        features(
            null,
            new DialogueRow.Turn(
                1, "Who kept the ford?", "The heron kept the ford, a silver heron."),
            new DialogueRow.Turn(
                2, "What toll did the heron ask?", "A button, and the heron kept it."));

    assertThat(features)
        .containsExactly(
            new TurnFeatures(
                1,
                new Question(4, QuestionType.WHO, 0),
                new Answer(8, 4, 0.5),
                4,
                4.0 / 6,
                List.of(
                    new ItemFeatures("i1", 0, 0.0, false),
                    new ItemFeatures("i2", 2.0 / 4, 3.0 / 4, true))),
            new TurnFeatures(
                2,
                new Question(6, QuestionType.WHAT, 0.2),
                new Answer(7, 1, 1.0 / 7),
                5,
                5.0 / 6,
                List.of(
                    new ItemFeatures("i1", 1.0 / 3, 1.0 / 3, true),
                    new ItemFeatures("i2", 1.0 / 4, 2.0 / 4, true))));
  }

  /** Toll and heron. */
  @Test
  void what_a_question_has_heard_is_a_share_of_its_content_words() {
    Question question =
        features("The heron.", new DialogueRow.Turn(1, "The toll and the heron?", "Yes."))
            .getFirst()
            .question();

    assertThat(question.heard()).isEqualTo(0.5);
    assertThat(question.type()).isEqualTo(QuestionType.OTHER);
  }

  @Test
  void a_lesson_counts_as_heard() {
    TurnFeatures turn =
        features("A heron kept the ford.", new DialogueRow.Turn(1, "And?", "The ford.")).getFirst();

    assertThat(turn.heard()).isEqualTo(3);
    assertThat(turn.answer()).isEqualTo(new Answer(2, 0, 0));
    assertThat(turn.contextCoverage()).isEqualTo(0.5);
  }

  @Test
  void a_turn_without_answer_has_its_question_alone() {
    TurnFeatures turn =
        features(null, new DialogueRow.Turn(1, "Who kept the ford?", null)).getFirst();

    assertThat(turn.answer()).isNull();
    assertThat(turn.heard()).isZero();
    assertThat(turn.contextCoverage()).isZero();
    assertThat(turn.items()).contains(new ItemFeatures("i2", 0.5, null, null));
  }

  @Test
  void empty_texts_are_measured_too() {
    TurnFeatures turn = features(null, new DialogueRow.Turn(1, "", " ")).getFirst();

    assertThat(turn.question()).isEqualTo(new Question(0, QuestionType.OTHER, 1));
    assertThat(turn.answer()).isEqualTo(new Answer(0, 0, 0));
  }

  @Test
  void of_an_image_nothing_is_covered() {
    Concept image = concept(null, new Concept.Image("image/png", new byte[] {1}));
    DialogueRow dialogue = dialogue(null, List.of(new DialogueRow.Turn(1, "What?", "A heron.")));

    assertThat(DialogueFeatures.of(dialogue, image).getFirst().contextCoverage()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {81, 82, 83})
  void what_was_heard_never_shrinks_and_shares_stay_within_bounds(long seed) {
    Random random = new Random(seed);
    List<DialogueRow.Turn> turns =
        IntStream.rangeClosed(1, 8)
            .mapToObj(turn -> new DialogueRow.Turn(turn, text(random), text(random)))
            .toList();
    List<TurnFeatures> features =
        DialogueFeatures.of(dialogue(null, turns), concept(CONTEXT, null));

    int heard = 0;
    double covered = 0;
    for (TurnFeatures turn : features) {
      assertThat(turn.heard()).isEqualTo(heard + turn.answer().newWords());
      assertThat(turn.contextCoverage()).isBetween(covered, 1.0);
      assertThat(turn.answer().density()).isBetween(0.0, 1.0);
      assertThat(turn.items())
          .allSatisfy(item -> assertThat(item.answerOverlap()).isBetween(0.0, 1.0));
      heard = turn.heard();
      covered = turn.contextCoverage();
    }
    assertThat(heard).isPositive();
    assertThat(covered).isEqualTo(features.getLast().contextCoverage(), within(0.0));
  }

  private static String text(Random random) {
    List<String> words =
        List.of("heron", "kept", "the", "ford", "silver", "bell", "coin", "is", "storms", "sailed");
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }
}
