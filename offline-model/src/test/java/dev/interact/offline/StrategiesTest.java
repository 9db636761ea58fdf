package dev.interact.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Exchange;
import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.JobDecision;
import dev.interact.study.strategy.AskOrStop;
import dev.interact.study.strategy.Asking;
import dev.interact.study.strategy.Gap;
import dev.interact.study.strategy.Novelty;
import dev.interact.study.strategy.Plain;
import dev.interact.study.strategy.Reading;
import dev.interact.study.strategy.Situation;
import dev.interact.study.strategy.Strategy;
import dev.interact.study.strategy.Visual;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped instructions of strategies, and how the study reads what is said to them. */
class StrategiesTest {

  private static final int TURNS = 9;
  private static final List<Exchange> TALK =
      IntStream.range(0, TURNS)
          .mapToObj(
              i ->
                  new Exchange(
                      "What is told in part %d?".formatted(i),
                      "In part %d Ilse went to Sven. There the heron spoke of wheel %d. The mill stood still for week %d."
                          .formatted(i, i, i)))
          .toList();
  private static final String LESSON = "Ilse lived in a mill. The mill belonged to Old Sven.";

  private final OfflineModel model = new OfflineModel();

  static Stream<Arguments> situations() {
    return Stream.of("general", "images", "news", "lyrics", "movie-plots", "academic-papers")
        .flatMap(
            domain ->
                Strategy.all().stream()
                    .filter(Strategy::hasInstruction)
                    .flatMap(
                        strategy ->
                            IntStream.of(0, 1, 4)
                                .mapToObj(turns -> Arguments.of(domain, strategy, turns))));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void an_instruction_changes_neither_the_job_nor_the_notes(
      String domain, Strategy strategy, int turns) {
    for (String lesson : new String[] {null, LESSON}) {
      AskQuestion plain = job(domain, new Plain(), after(turns, lesson));
      AskQuestion told = job(domain, strategy, after(turns, lesson));

      assertThat(told.form().isPlain()).isFalse();
      assertThat(told.notes()).hasSize(turns + (lesson == null ? 0 : 1));
      assertThat(plain.notes()).containsAll(told.notes());
      assertThat(told.asked()).isEqualTo(plain.asked());
      assertThat(told.brief()).isEqualTo(plain.brief());
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void the_study_reads_a_new_question(String domain, Strategy strategy, int turns) {
    Situation situation = after(turns, null);
    Set<String> asked =
        situation.transcript().stream().map(Exchange::question).collect(Collectors.toSet());
    for (long seed = 0; seed < 10; seed++) {
      Reading reading = strategy.read(say(domain, strategy, situation, seed), situation);

      assertThat(reading)
          .isInstanceOfSatisfying(
              Reading.Question.class,
              question -> assertThat(question.text()).matches("\\p{Lu}[^:\\n]+\\?").isNotIn(asked));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 12})
  void novelty_has_as_many_questions_as_wanted(int count) {
    Situation situation =
        new Situation(2, TURNS, null, TALK.subList(0, 1), new Asking(count, null));
    List<String> lines = say("general", new Novelty(), situation, 7).lines().toList();

    assertThat(lines).hasSize(count).allMatch(line -> line.matches("\\d+\\. .+\\?"));
    assertThat(lines.stream().map(line -> line.replaceFirst("\\d+\\. ", "")))
        .doesNotHaveDuplicates();
    assertThat(lines.getLast()).startsWith(count + ". ");
  }

  @Test
  void a_gap_is_named_from_what_was_heard() {
    assertThat(say("general", new Gap(), after(0, null), 7).lines())
        .startsWith("KNOWN: nothing yet", "MISSING: nearly everything")
        .hasSize(3);
    List<String> later = say("general", new Gap(), after(2, null), 7).lines().toList();

    assertThat(later).hasSize(3);
    assertThat(later.get(0)).startsWith("KNOWN: ").contains("Ilse", "Sven");
    assertThat(later.get(1)).startsWith("MISSING: more about ").contains("Ilse", "Sven");
    assertThat(later.get(2)).startsWith("QUESTION: ");
  }

  @Test
  void confidence_grows_with_what_was_heard() {
    List<Integer> confidence =
        IntStream.range(0, TURNS)
            .mapToObj(turns -> say("general", new AskOrStop(), after(turns, null), 7))
            .map(reply -> AskOrStop.confidence(reply).orElseThrow())
            .toList();

    assertThat(confidence).isSorted().doesNotHaveDuplicates().startsWith(0);
    assertThat(confidence.getLast()).isLessThan(100);
  }

  @Test
  void students_stop_once_they_have_heard_enough_and_not_all_at_the_same_turn() {
    assertThat(stopped(2)).as("too early to be allowed to").isZero();
    assertThat(stopped(4)).isBetween(1L, 99L);
    assertThat(stopped(TURNS - 1)).isEqualTo(100);
  }

  private long stopped(int turns) {
    var strategy = new AskOrStop();
    Situation situation =
        new Situation(turns + 1, TURNS, null, TALK.subList(0, turns), settings(turns));
    return LongStream.range(0, 100)
        .mapToObj(seed -> say("general", strategy, situation, seed))
        .filter(reply -> strategy.read(reply, situation) instanceof Reading.Stop)
        .count();
  }

  private static Asking settings(int turns) {
    return new Asking(null, turns == 2 ? TURNS : null);
  }

  @Test
  void the_sides_of_an_image_are_asked_about_one_after_the_other() {
    var strategy = new Visual();
    for (long seed = 0; seed < 20; seed++) {
      List<Exchange> turns = new ArrayList<>();
      for (int open = 4; open > 0; open--) {
        Situation situation = new Situation(5 - open, TURNS, null, turns, Asking.standard());
        assertThat(strategy.variables(situation).get("aspects").toString().split(", "))
            .as("seed %d, after %s", seed, turns)
            .hasSize(open);
        var question =
            (Reading.Question) strategy.read(say("images", strategy, situation, seed), situation);
        turns.add(new Exchange(question.text(), "A red circle is in the top left."));
      }
    }
  }

  @Test
  void candidates_of_a_turn_differ() {
    for (int turns : new int[] {0, 2}) {
      Situation situation = after(turns, null);
      assertThat(
              LongStream.range(0, 30)
                  .mapToObj(seed -> say("general", new Plain(), situation, seed))
                  .collect(Collectors.toSet()))
          .hasSizeGreaterThan(3);
    }
  }

  private static Situation after(int turns, String lesson) {
    return new Situation(turns + 1, TURNS, lesson, TALK.subList(0, turns), new Asking(3, TURNS));
  }

  private static AskQuestion job(String domain, Strategy strategy, Situation situation) {
    return (AskQuestion) JobDecision.of(Chats.of(domain).asking(strategy, situation));
  }

  private String say(String domain, Strategy strategy, Situation situation, long seed) {
    return model
        .reply(
            Strength.FULL,
            Chats.of(domain).asking(strategy, situation),
            new Sampling(seed, 1, 4096))
        .text();
  }
}
