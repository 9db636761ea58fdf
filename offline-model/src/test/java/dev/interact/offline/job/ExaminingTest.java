package dev.interact.offline.job;

import static dev.interact.offline.chat.Message.assistant;
import static dev.interact.offline.chat.Message.system;
import static dev.interact.offline.chat.Message.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.offline.Chats;
import dev.interact.offline.author.Level;
import dev.interact.offline.author.Order.OfLevel;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.Job.JudgeItems;
import dev.interact.offline.job.Job.SitQuiz;
import dev.interact.offline.job.Job.WriteLesson;
import dev.interact.offline.job.Job.WriteQuiz;
import dev.interact.offline.text.Sentences;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quizzes that are to be written, and items that are to be judged. */
class ExaminingTest {

  private static final String STORY =
      """
      A miller lived by a river with his daughter Ilse. The mill had not turned for twelve months, \
      because a water spirit held the wheel.

      Ilse thought for three days. Then she asked the old heron, who knew the spirit's name. When she \
      called it by its name the spirit laughed and swam away.""";

  private static final String ITEMS =
      """
      1. Who held the wheel?
      A) a heron
      B) a water spirit
      Right: B

      2. Who knew the name?
      A) the heron
      B) the miller
      Right: A
      """;

  private static final String JSON_ITEMS =
      """
      [{"question": "Who held the wheel?", "options": ["a heron", "a water spirit"], "answer": 1},
       {"question": "Who knew the name?", "options": ["the heron", "the miller"], "answer": "A"}]""";

  private static Arguments chat(String name, Message... messages) {
    return Arguments.of(name, Conversation.of(messages));
  }

  static Stream<Arguments> orders() {
    return Stream.of(
        chat(
            "one message, text at the end",
            user(
                "Generate 6 multiple-choice questions with 4 options each from the following"
                    + " passage. Return JSON.\n\nPassage:\n"
                    + STORY)),
        chat(
            "text first",
            user(
                "<text>\n"
                    + STORY
                    + "\n</text>\n\nCreate a six-question quiz about the text above, as JSON: "
                    + "{\"questions\": [{\"question\": \"...\", \"options\": [\"...\", \"...\"],"
                    + " \"correct\": 0}]}")),
        chat(
            "rules in the system message",
            system(
                "You are a quiz generator. For the text that the user sends, produce six MCQs (two"
                    + " easy, two medium, two hard), four choices each. Output JSON only."),
            user(STORY)),
        chat(
            "text in the system message",
            system("You are an experienced item writer.\n\nContext:\n" + STORY),
            user(
                "Please draft 6 items: 2 easy ones, 2 of medium difficulty and 2 hard ones. Each has"
                    + " one correct answer and three distractors. Reply with JSON.")),
        chat(
            "asked politely",
            user("Here is a story.\n\n" + STORY),
            assistant("I have read it."),
            user("Could you turn it into a multiple-choice test with 6 questions (A-D)?")),
        chat(
            "questions and options",
            system("You are a helpful assistant."),
            user(
                "Text:\n"
                    + STORY
                    + "\n\nWrite 6 questions about this text. Each question must have 4 answer"
                    + " options, exactly one of them correct. Respond in JSON format.")),
        chat(
            "devised for a class",
            system("Your task is to devise exam questions.\n\n\"\"\"\n" + STORY + "\n\"\"\""),
            user("6 questions, 4 options. easy: 2, medium: 2, hard: 2. JSON, please.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void a_quiz_is_to_be_written(String name, Conversation conversation) {
    WriteQuiz job = (WriteQuiz) JobDecision.of(conversation);

    assertThat(job.order().wanted())
        .containsExactly(
            new OfLevel(Level.EASY, 2), new OfLevel(Level.MEDIUM, 2), new OfLevel(Level.HARD, 2));
    assertThat(job.order().options()).isEqualTo(4);
    assertThat(job.order().avoided()).isEmpty();
    assertThat(Sentences.of(job.text())).containsAll(Sentences.of(STORY));
    assertThat(job.text()).doesNotContainIgnoringCase("json", "questions");
  }

  static Stream<Arguments> judgements() {
    return Stream.of(
        chat(
            "a reviewer",
            system("You review multiple-choice items.\n\nText:\n" + STORY),
            user("Check each of these questions. Is it answerable? Reply as JSON.\n\n" + ITEMS)),
        chat(
            "one message",
            user(
                "Evaluate the quality of the questions below against the passage; give a verdict for"
                    + " each, true or false.\n\nPassage:\n"
                    + STORY
                    + "\n\nQuestions:\n\n"
                    + ITEMS.replace("Right: ", "Correct answer: "))),
        chat(
            "criteria",
            system("You are a strict assessor of exam questions. You know this text.\n\n" + STORY),
            user(
                "Rate the items by these criteria: comprehension, answerable, self-contained.\n\n"
                    + ITEMS.replace("Right: ", "**Key:** "))),
        chat(
            "items as JSON",
            system("Judge whether quiz questions are valid.\n<context>\n" + STORY + "\n</context>"),
            user(JSON_ITEMS)),
        chat(
            "items as JSON in the middle",
            user(
                "Verify the following quiz, yes or no for each item.\n\n"
                    + JSON_ITEMS
                    + "\n\nThe text it is about:\n"
                    + STORY)),
        chat(
            "a check of flaws",
            system("Material:\n" + STORY),
            user(
                "Decide for every question whether it is flawed.\n\n"
                    + ITEMS.replace("Right: ", "Answer: "))),
        chat(
            "an audit",
            user("Read this.\n\n" + STORY),
            assistant("Done."),
            user("Now audit these items and say which are sound (yes/no).\n\n" + ITEMS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("judgements")
  void items_are_to_be_judged(String name, Conversation conversation) {
    JudgeItems job = (JudgeItems) JobDecision.of(conversation);

    assertThat(job.items()).extracting(keyed -> keyed.item().number()).containsExactly(1, 2);
    assertThat(job.items())
        .extracting(keyed -> keyed.key().orElseThrow().text())
        .containsExactly("a water spirit", "the heron");
    assertThat(Sentences.of(job.material())).containsAll(Sentences.of(STORY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"general", "news", "lyrics", "movie-plots", "academic-papers"})
  void the_shipped_prompts_are_understood(String domain) {
    var order =
        new QuizOrder(
            List.of(new QuizOrder.OfLevel("medium", 3), new QuizOrder.OfLevel("hard", 1)),
            5,
            List.of("Who held the wheel?"),
            List.of("Item 2 has the same words as another."));

    WriteQuiz write = (WriteQuiz) JobDecision.of(Chats.of(domain).authoring(STORY, order));

    assertThat(write.order().wanted())
        .containsExactly(new OfLevel(Level.MEDIUM, 3), new OfLevel(Level.HARD, 1));
    assertThat(write.order().options()).isEqualTo(5);
    assertThat(write.order().avoided())
        .containsExactly("Who held the wheel?", "Item 2 has the same words as another.");
    assertThat(Sentences.of(write.text())).isEqualTo(Sentences.of(STORY));

    var sheet =
        new Sheet(
            List.of(
                new Sheet.Item("a", "Who held the wheel?", List.of("a heron", "a spirit")),
                new Sheet.Item("b", "Who is Ilse?", List.of("a daughter", "a cat", "a queen"))));
    JudgeItems judge =
        (JudgeItems) JobDecision.of(Chats.of(domain).judging(STORY, sheet, List.of(1, 0)));

    assertThat(judge.items())
        .extracting(keyed -> keyed.key().orElseThrow().text())
        .containsExactly("a spirit", "a daughter");
    assertThat(Sentences.of(judge.material())).isEqualTo(Sentences.of(STORY));
  }

  @Test
  void the_shipped_prompts_are_understood_for_images() {
    var order = new QuizOrder(List.of(new QuizOrder.OfLevel("easy", 1)), 4, List.of(), List.of());
    Conversation asked = Chats.of("general").authoring(null, order);
    Conversation seen =
        Conversation.of(
            asked.messages().getFirst(),
            asked.messages().getLast().withPicture("There is one red circle."));

    WriteQuiz job = (WriteQuiz) JobDecision.of(seen);

    assertThat(job.text()).isBlank();
    assertThat(job.scene()).isEqualTo("There is one red circle.");
    assertThat(job.order().wanted()).containsExactly(new OfLevel(Level.EASY, 1));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            SitQuiz.class,
            Conversation.of(
                system("You sit a quiz. Check your answers.\n\nText:\n" + STORY),
                user("Write one letter for each question.\n\n" + ITEMS.replaceAll("Right.*", "")))),
        Arguments.of(
            WriteLesson.class,
            Conversation.of(
                system("Write a lesson that prepares students for a multiple-choice quiz."),
                user(STORY))),
        Arguments.of(
            AnswerQuestion.class,
            Conversation.of(
                system("You are a teacher. Answer questions on this text.\n\n" + STORY),
                user("Did they create a quiz for the miller?"))),
        Arguments.of(
            AskQuestion.class,
            Conversation.of(
                system(
                    "You are a student. Ask your teacher about a text you cannot see. You may be"
                        + " handed a multiple-choice quiz later."),
                user("Hello! What would you like to know?"),
                assistant("What is it about?"),
                user("They make a quiz about the river.\n\nPropose 3 different questions."))));
  }

  @ParameterizedTest
  @MethodSource("others")
  void other_jobs_may_speak_of_quizzes(Class<? extends Job> expected, Conversation conversation) {
    assertThat(JobDecision.of(conversation)).isInstanceOf(expected);
  }
}
