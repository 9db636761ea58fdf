package dev.interact.offline;

import static dev.interact.offline.chat.Message.system;
import static dev.interact.offline.chat.Message.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.student.Sheet;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.job.Job.SitQuiz;
import dev.interact.offline.job.JobDecision;
import dev.interact.offline.text.Sentences;
import dev.interact.study.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped prompts of styles and forks. */
class ForksTest {

  private static final Chats CHATS = Chats.of("general");

  private static final List<Exchange> TALK =
      List.of(
          new Exchange(
              "Can you give me an overview of the story?",
              "A miller lived by a river. He had a mule."),
          new Exchange(
              "Was it a heron who held the wheel?", "A spirit held the wheel of the mill."));

  private static final Map<String, Object> QUIZ =
      new Sheet(
              List.of(
                  new Sheet.Item("a", "Who held the wheel?", List.of("a heron", "a spirit")),
                  new Sheet.Item("b", "What did the miller have?", List.of("a mule", "a cat"))))
          .variables(null);

  private static final String CONTEXT =
      "A miller lived by a river. He had a mule. A spirit held the wheel of the mill."
          + " The heron knew the name of the spirit. The daughter called it. The wheel turned again."
          + " The miller was glad. He sold his mule in the town. The heron got a fish for its help.";

  private final OfflineModel model = new OfflineModel();

  @ParameterizedTest
  @ValueSource(strings = {"general", "news", "lyrics", "movie-plots", "academic-papers"})
  void a_dialogue_that_was_read_supports_answers_as_much_as_ones_own(String domain) {
    SitQuiz own = (SitQuiz) JobDecision.of(Chats.of(domain).sitting(TALK, QUIZ));
    SitQuiz observed = (SitQuiz) JobDecision.of(Chats.of(domain).sitting("observed", TALK, QUIZ));

    assertThat(observed.material().split("\\R+"))
        .endsWith(
            "A miller lived by a river.", "He had a mule.", "A spirit held the wheel of the mill.");
    assertThat(observed.material()).isEqualTo(own.material());
    assertThat(observed.items()).isEqualTo(own.items());
  }

  @Test
  void notes_support_answers_and_what_introduces_them_does_not() {
    SitQuiz notes = (SitQuiz) JobDecision.of(CHATS.sitting("notes", TALK, QUIZ));

    assertThat(notes.material().split("\\R+"))
        .containsExactly(
            "A miller lived by a river.", "He had a mule.", "A spirit held the wheel of the mill.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"observed", "notes"})
  void a_quiz_is_answered_from_what_was_heard(String framing) {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(say(Strength.FULL, CHATS.sitting(framing, TALK, QUIZ), seed))
          .isEqualTo("1. B\n2. A");
    }
  }

  @Test
  void a_reworded_dialogue_is_read_too() {
    Conversation quiz =
        Conversation.of(
            system("You are a learner who will be tested."),
            user(
                "You overheard two people.\n\n**Learner:** Is it true that a cat was there?\n"
                    + "**Tutor:** He had a mule.\n\nNo cat at all.\n\nPick one letter per question.\n\n"
                    + "1. What did the miller have?\nA) a mule\nB) a cat"));

    assertThat(((SitQuiz) JobDecision.of(quiz)).material().split("\\R+"))
        .containsExactly("He had a mule.", "No cat at all.");
  }

  @Test
  void a_quiz_about_people_who_teach_is_no_dialogue() {
    Conversation quiz =
        Conversation.of(
            system("You sit a quiz."),
            user("1. Which line is from the play?\nStudent: hm.\nTeacher: so.\nA) both\nB) none"));

    assertThat(((SitQuiz) JobDecision.of(quiz)).items())
        .singleElement()
        .satisfies(item -> assertThat(item.question()).contains("from the play"));
  }

  @ParameterizedTest
  @EnumSource
  void a_terse_teacher_says_one_sentence_that_matches(Strength strength) {
    assertThat(answer(strength, Style.TERSE, "Who held the wheel?"))
        .isIn("A spirit held the wheel of the mill.", "The wheel turned again.");
    assertThat(answer(strength, Style.TERSE, "Why?")).isEqualTo("A miller lived by a river.");
  }

  @ParameterizedTest
  @EnumSource
  void a_teacher_that_keeps_the_answer_back_tells_what_stands_around_it(Strength strength) {
    String answer = answer(strength, Style.FULL, "What was it that the heron knew?");
    String hint = answer(strength, Style.NO_ANSWER, "What was it that the heron knew?");

    assertThat(answer).contains("The heron knew the name of the spirit.");
    assertThat(hint)
        .startsWith("You will find it in the middle of the material.")
        .doesNotContain("Point to");
    assertThat(Sentences.of(hint).stream().skip(1))
        .isNotEmpty()
        .allMatch(CONTEXT::contains)
        .doesNotContainAnyElementsOf(Sentences.of(answer));
  }

  @Test
  void a_single_sentence_that_is_kept_back_is_pointed_to() {
    assertThat(
            say(
                Strength.FULL,
                CHATS.teaching(Style.NO_ANSWER, "He had a mule.", List.of(), "What did he have?"),
                1))
        .isEqualTo("You will find it near the beginning of the material.");
  }

  @Test
  void an_image_is_taught_in_every_style() {
    for (Style style : Style.values()) {
      Conversation plain = CHATS.teaching(style, null, List.of(), "Where is the circle?");
      Conversation asked =
          Conversation.of(
              plain.messages().getFirst(),
              plain.messages().getLast().withPicture("A red circle is in the top left."));

      assertThat(say(Strength.FULL, asked, 1)).doesNotContain("Point to", "as few words");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 24, 1000})
  void a_lecture_goes_through_the_material_in_portions_of_about_so_many_words(int words) {
    List<Exchange> turns = new ArrayList<>();
    List<String> told = new ArrayList<>();
    while (told.size() < Sentences.of(CONTEXT).size()) {
      String request = CHATS.lecture(turns.isEmpty(), words);
      String part = say(Strength.WEAK, CHATS.teaching(Style.FULL, CONTEXT, turns, request), 1);
      turns.add(new Exchange(request, part));
      told.addAll(Sentences.of(part));
    }

    assertThat(told).isEqualTo(Sentences.of(CONTEXT));
    assertThat(turns.subList(0, turns.size() - 1))
        .allSatisfy(
            turn -> assertThat(turn.answer().split(" ").length).isCloseTo(words, within(6)));
  }

  @Test
  void a_lecture_without_a_length_has_that_of_answers() {
    assertThat(
            Sentences.of(
                say(
                    Strength.FULL,
                    CHATS.teaching(Style.FULL, CONTEXT, List.of(), "Please go on."),
                    1)))
        .isEqualTo(Sentences.of(CONTEXT).subList(0, 3));
  }

  private String answer(Strength strength, Style style, String question) {
    return say(strength, CHATS.teaching(style, CONTEXT, List.of(), question), 1);
  }

  private String say(Strength strength, Conversation conversation, long seed) {
    return model.reply(strength, conversation, new Sampling(seed, 0, 4096)).text();
  }
}
