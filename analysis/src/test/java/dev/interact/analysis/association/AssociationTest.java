package dev.interact.analysis.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.Rows;
import dev.interact.analysis.StudyFolder;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.source.Source;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A world in which a question names some items of six by words that no other item has. An item that
 * was named comes right more often, where the world says so.
 */
class AssociationTest {
  private static final int ITEMS = 6;
  private static final int TURNS = 2;
  private static final double BY_ITSELF = 0.2;

  @TempDir Path folder;

  private final Random random = new Random(20);
  private UnaryOperator<String> naming = words -> words;

  private static Concept concept(int number) {
    List<QuizItem> quiz =
        IntStream.range(0, ITEMS)
            .mapToObj(
                item ->
                    new QuizItem(
                        "i" + item,
                        null,
                        "What of %s?".formatted(words(number, item)),
                        List.of("o1x", "o2x", "o3x", "o4x"),
                        0,
                        Map.of()))
            .toList();
    return new Concept(
        "tales-" + number, "tales", "A tale", "Long ago.", null, quiz, null, null, null);
  }

  private static String words(int concept, int item) {
    return "k%dx%d z%dx%d".formatted(concept, item, concept, item);
  }

  private StudyFolder world(int concepts, double boost, ArmKey arm, List<Integer> candidates) {
    StudyFolder study = new StudyFolder("{'name': 'made-up', 'turns': 2}");
    for (int concept = 0; concept < concepts; concept++) {
      study.concept(concept(concept));
      for (long seed = 1; seed <= 4; seed++) {
        for (Integer candidate : candidates) {
          dialogue(
              study,
              new Rows(arm, "tales-" + concept, new Repeat(seed, 0, 0, candidate), "finished"),
              boost);
        }
      }
    }
    return study;
  }

  private void dialogue(StudyFolder study, Rows rows, double boost) {
    int concept = Integer.parseInt(rows.concept().replaceAll(".*-", ""));
    boolean[] right = new boolean[ITEMS];
    String[] quizzes = new String[TURNS + 1];
    quizzes[0] = "0".repeat(ITEMS);
    DialogueRow.Turn[] turns = new DialogueRow.Turn[TURNS];
    for (int turn = 1; turn <= TURNS; turn++) {
      boolean[] named = new boolean[ITEMS];
      for (int item = 0; item < ITEMS; item++) {
        named[item] = random.nextBoolean();
        right[item] |= random.nextDouble() < BY_ITSELF + (named[item] ? boost : 0);
      }
      String asked =
          IntStream.range(0, ITEMS)
              .filter(item -> named[item])
              .mapToObj(item -> naming.apply(words(concept, item)))
              .collect(Collectors.joining(" and "));
      turns[turn - 1] =
          new DialogueRow.Turn(turn, "What of %s?".formatted(asked), "So it was, long ago.");
      quizzes[turn] =
          IntStream.range(0, ITEMS)
              .mapToObj(item -> right[item] ? "1" : "0")
              .collect(Collectors.joining());
    }
    DialogueRow plain = rows.dialogue(null);
    study
        .answers(rows.quizzes(quizzes))
        .dialogue(
            new DialogueRow(
                plain.dialogue(),
                plain.concept(),
                plain.domain(),
                plain.arm(),
                plain.repeat(),
                null,
                plain.status(),
                null,
                null,
                List.of(turns)));
  }

  private static ArmKey candidatesAt(int turn) {
    return Rows.fork("candidates", null, null, turn);
  }

  private static List<Integer> once() {
    return Collections.singletonList(null);
  }

  private static String text(Section section) {
    return section.blocks().stream()
        .map(
            block ->
                switch (block) {
                  case Block.Text text -> text.text();
                  case Block.Notice notice -> "NOTICE " + notice.text();
                  case Block.Table table -> table.rows() + "\n" + table.notes();
                  case Block.Listing listing -> listing.text();
                  case Block.Curves curves -> curves.caption();
                  case Block.Forest forest -> forest.rows().toString();
                })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_question_that_names_an_item_goes_with_learning_it_where_it_does() {
    Source source = world(24, 0.4, Rows.dynamic(null), once()).in(folder);

    FeatureModels models = FeatureModels.of(source, null);
    Effect overlap = models.questions().effect(Feature.QUESTION_OVERLAP);

    assertThat(models.questions().clusters()).isEqualTo(24);
    assertThat(overlap.adjusted()).isLessThan(0.001);
    // Named or not is half and half: a standard deviation is half of the step of 40 points.
    assertThat(overlap.estimate().interval().low()).isLessThan(20);
    assertThat(overlap.estimate().interval().high()).isGreaterThan(20);
    assertThat(text(Association.of(models)))
        .contains("Question's overlap with the item, one SD (0.", "goes with a difference of +")
        .contains("adjusted p < 0.001", "Alignment is lexical")
        .contains("need not cause it", "not tested: this study has no candidates")
        .doesNotContain("NOTICE");
  }

  /** Words tell nothing here: no question has one of an item. */
  @Test
  void a_question_that_means_an_item_in_other_words_goes_with_learning_it() {
    naming = Synonyms::of;
    Source source = world(24, 0.4, Rows.dynamic(null), once()).in(folder);

    FeatureModels models = FeatureModels.of(source, new Synonyms());
    Effect aligned = models.questions().effect(Feature.QUESTION_ALIGNMENT);

    assertThat(aligned.adjusted()).isLessThan(0.001);
    assertThat(aligned.estimate().interval().low()).isLessThan(20);
    assertThat(aligned.estimate().interval().high()).isGreaterThan(20);
    assertThat(models.questions().effect(Feature.QUESTION_OVERLAP).estimate()).isNull();
    assertThat(models.answers().effect(Feature.ANSWER_ALIGNMENT).estimate()).isNull();
    assertThat(text(Association.of(models)))
        .contains("Question's alignment with the item, one SD (0.", "Answer's alignment with")
        .contains("Alignment is of meaning: whether a text has the synonym.")
        .doesNotContain("Alignment is lexical");
  }

  @Test
  void without_alignment_there_is_no_word_of_it() {
    Source source = world(12, 0.4, Rows.dynamic(null), once()).in(folder);

    FeatureModels models = FeatureModels.of(source, null);

    assertThat(models.questions().effect(Feature.QUESTION_ALIGNMENT)).isNull();
    assertThat(models.answers().effect(Feature.ANSWER_ALIGNMENT)).isNull();
    assertThat(text(Association.of(models))).doesNotContain("alignment with", "meaning:");
  }

  @Test
  void nothing_is_found_where_nothing_is() {
    Source source = world(24, 0, Rows.dynamic(null), once()).in(folder);

    Effect overlap = FeatureModels.of(source, null).questions().effect(Feature.QUESTION_OVERLAP);

    assertThat(overlap.estimate().interval().low()).isLessThan(0);
    assertThat(overlap.estimate().interval().high()).isGreaterThan(0);
    assertThat(text(Association.of(source, null))).contains("so that no association is shown");
  }

  /** All answers are the same words: what of them there is to tell is told by the turn. */
  @Test
  void features_that_do_not_vary_are_said_to_tell_nothing() {
    Source source = world(12, 0.4, Rows.dynamic(null), once()).in(folder);

    assertThat(FeatureModels.of(source, null).answers().effects())
        .isNotEmpty()
        .allSatisfy(effect -> assertThat(effect.estimate()).isNull());
    assertThat(text(Association.of(source, null)))
        .contains("Answer's density, one SD", "nothing can be said");
  }

  @Test
  void among_candidates_of_a_prefix_the_question_is_the_cause() {
    Source source = world(24, 0.4, candidatesAt(1), List.of(0, 1, 2)).in(folder);

    FeatureModels models = FeatureModels.of(source, null);
    Effect overlap = models.candidates().effect(Feature.QUESTION_OVERLAP);

    assertThat(models.questions().rows()).isZero();
    assertThat(overlap.estimate().interval().low()).isBetween(10.0, 20.0);
    assertThat(overlap.estimate().interval().high()).isBetween(20.0, 30.0);
    // Three candidates name an item alike in a quarter of all cases, which say nothing.
    assertThat(models.candidates().rows()).isBetween(1200, 1400);
    assertThat(text(Association.of(models)))
        .contains("makes a difference of +", "caused by the question", "no dialogue in which");
  }

  @Test
  void one_candidate_cannot_be_compared() {
    Source source = world(12, 0.4, candidatesAt(1), List.of(0)).in(folder);

    assertThat(text(Association.of(source, null))).contains("overlap alike with the items");
  }

  @Test
  void below_ten_clusters_it_is_said_why_there_are_no_effects() {
    Section section = Association.of(world(9, 0.4, Rows.dynamic(null), once()).in(folder), null);

    assertThat(section.blocks())
        .filteredOn(block -> !(block instanceof Block.Text))
        .extracting(block -> ((Block.Notice) block).text())
        .containsExactly(few(Asked.QUESTIONS, "9 clusters"), few(Asked.ANSWERS, "9 clusters"));
    assertThat(text(section)).doesNotContain("goes with a difference", "SD (", "VIF");
  }

  @Test
  void candidates_of_too_few_clusters_have_no_effects_either() {
    Section section =
        Association.of(world(1, 0.4, candidatesAt(1), List.of(0, 1, 2)).in(folder), null);

    assertThat(text(section)).contains("NOTICE " + few(Asked.CANDIDATES, "1 cluster"));
  }

  private static String few(Asked asked, String clusters) {
    return "%s: effects are not shown. The rows are of %s, and below 10 a model has neither intervals nor tests, so that nothing tells its coefficients from chance."
        .formatted(asked.caption(), clusters);
  }

  @Test
  void ten_clusters_are_enough() {
    Section section = Association.of(world(10, 0.4, Rows.dynamic(null), once()).in(folder), null);

    assertThat(section.blocks())
        .noneMatch(Block.Notice.class::isInstance)
        .anyMatch(Block.Forest.class::isInstance);
  }

  @Test
  void a_study_without_dialogues_is_told_what_it_lacks() {
    StudyFolder study = new StudyFolder("{'name': 'made-up'}").concept(concept(0));
    Rows sitting = Rows.of(Rows.arm("closed-book", null), "tales-0", null);

    Section section =
        Association.of(
            study.answers(sitting.quizzes("000000")).dialogue(sitting.dialogue(null)).in(folder),
            null);

    assertThat(section.id()).isEqualTo("rq5");
    assertThat(text(section)).contains("RQ5 needs the condition 'dynamic'");
  }
}
