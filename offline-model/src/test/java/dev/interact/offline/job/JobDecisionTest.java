package dev.interact.offline.job;

import static dev.interact.offline.chat.Message.assistant;
import static dev.interact.offline.chat.Message.system;
import static dev.interact.offline.chat.Message.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.Job.SitQuiz;
import dev.interact.offline.job.Job.WriteLesson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobDecisionTest {

  private static final String STORY =
      """
      Once upon a time a miller lived by a river with his daughter Ilse. The mill had not turned for \
      a year, because a water spirit held the wheel.

      "You must answer my question," said the spirit to Ilse, "or the wheel stands still for ever."

      Ilse thought for three days. Then she asked the old heron, who knew the spirit's name. When she \
      called it by its name the spirit laughed, let go of the wheel and swam away.""";

  private static final String ANSWER = "The miller lived by a river with his daughter Ilse.";

  private static final String QUIZ =
      """
      1. Who held the wheel?
      A) A heron
      B) A water spirit

      2. Who knew the name?
      A) The heron
      B) The miller
      """;

  private static Arguments job(String name, Class<? extends Job> job, Message... messages) {
    return Arguments.of(name, job, Conversation.of(messages));
  }

  static Stream<Arguments> quizzes() {
    return Stream.of(
        job("closed book", SitQuiz.class, system("You sit a quiz. Guess if unsure."), user(QUIZ)),
        job("no system message", SitQuiz.class, user("Answer with letters only.\n\n" + QUIZ)),
        job(
            "a lesson in the system message",
            SitQuiz.class,
            system("You are a student. Here is the lesson you read:\n\n" + STORY),
            user("Now choose the right options.\n" + QUIZ)),
        job(
            "after a dialogue, behind the last answer",
            SitQuiz.class,
            system("You are a student. Ask the teacher questions."),
            user("Hello! What would you like to know?"),
            assistant("What is the story about?"),
            user(ANSWER + "\n\nTime for the exam. Pick one letter per question.\n\n" + QUIZ)),
        job(
            "a lesson right before the items",
            SitQuiz.class,
            user("Study this lesson, then take the test.\n\n" + STORY + "\n\nTest:\n\n" + QUIZ)),
        job(
            "a summary was written for the student",
            SitQuiz.class,
            system("Your teacher has prepared a summary for you.\n\nSummary:\n" + STORY),
            user("Select the correct option for each question.\n\n" + QUIZ)),
        job(
            "one item without a number",
            SitQuiz.class,
            user("Who held the wheel?\nA. A heron\nB. A spirit\nC. Ilse")),
        job(
            "the teacher itself sits it, with the context",
            SitQuiz.class,
            system("You are a teacher. You know this text.\n\n" + STORY),
            user(QUIZ + "\nReply as JSON.")));
  }

  static Stream<Arguments> lessons() {
    return Stream.of(
        job("plain", WriteLesson.class, system("Write a lesson about the text."), user(STORY)),
        job(
            "context in the system message",
            WriteLesson.class,
            system("You are an experienced teacher.\n\nContext:\n" + STORY),
            user("Please write a summary from which a student can learn it all.")),
        job(
            "one user message",
            WriteLesson.class,
            user("Summarise the following story in your own words.\n\n" + STORY)),
        job(
            "instruction at the end",
            WriteLesson.class,
            user("<text>\n" + STORY + "\n</text>\n\nPrepare study notes on the text above.")),
        job(
            "a role that writes for students",
            WriteLesson.class,
            system(
                "You are a teacher who prepares material. Produce an overview that a student can"
                    + " study before being asked questions. Do not ask anything."),
            user("Text:\n" + STORY)),
        job(
            "a curriculum with rules",
            WriteLesson.class,
            system("Your task: design a curriculum.\n- Be complete.\n- Use plain words."),
            user("Here is the material:\n---\n" + STORY + "\n---")),
        job(
            "an image",
            WriteLesson.class,
            system("Write a short lesson about the image."),
            user("").withPicture("There is a red circle.")),
        job(
            "condensed",
            WriteLesson.class,
            system("Condense what the user sends into what a learner needs to know."),
            user(STORY)),
        job(
            "a static curriculum",
            WriteLesson.class,
            system("You are an expert teacher. A student will be tested on the material."),
            user(
                "Material:\n"
                    + STORY
                    + "\n\nWrite a comprehensive static lesson that teaches the student everything"
                    + " in the material. The student will not be able to ask questions.")),
        job(
            "a text with lettered points",
            WriteLesson.class,
            user(
                "Write a summary of this text.\n\n"
                    + STORY
                    + "\nWhat was left:\na) the wheel\nb) the heron")));
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        job(
            "plain",
            AnswerQuestion.class,
            system(
                "You are a teacher. Answer the student's questions about this text.\n\n" + STORY),
            user("Who held the wheel?")),
        job(
            "reworded, delimited",
            AnswerQuestion.class,
            system(
                "Act as a tutor. A learner who has not read the story below will ask you about it."
                    + " Never ask questions yourself.\n\"\"\"\n"
                    + STORY
                    + "\n\"\"\""),
            user("Tell me about the heron.")),
        job(
            "instructions after the text",
            AnswerQuestion.class,
            system(STORY + "\n\nYou alone know the text above. Reply to each question at length."),
            user("What happened at the mill?")),
        job(
            "in the middle of a dialogue",
            AnswerQuestion.class,
            system("You are a teacher.\n\nStory:\n" + STORY),
            assistant("Hello! Ask me anything."),
            user("Who is Ilse?"),
            assistant(ANSWER),
            user("What did she do then?")),
        job(
            "the student wants an overview",
            AnswerQuestion.class,
            system("You are a teacher. Answer every question of the student.\n\n" + STORY),
            user("Can you give me an overview of the story?")),
        job(
            "everything in one message",
            AnswerQuestion.class,
            user("Context: " + STORY + "\n\nQuestion: Who held the wheel?")),
        job(
            "no role at all",
            AnswerQuestion.class,
            system(STORY),
            user("Why did the mill stand still?")),
        job(
            "an image",
            AnswerQuestion.class,
            system("You see an image. Answer questions about it."),
            user("").withPicture("There is a red circle."),
            user("What colour is the circle?")),
        job(
            "an expert, context in a tag, the student does not ask in a question",
            AnswerQuestion.class,
            system(
                "You're an expert on the article in <article>. Someone who has never seen it is going"
                    + " to interview you. Give full answers.\n<article>"
                    + STORY
                    + "</article>"),
            user("Please explain how the spell was broken")),
        job(
            "the context comes in the first user message",
            AnswerQuestion.class,
            system("You are a helpful assistant."),
            user("Read this and wait for my questions.\n\n" + STORY),
            assistant("I have read it."),
            user("What did the heron know?")),
        job(
            "an assistant that explains",
            AnswerQuestion.class,
            system(
                "Your role is that of a patient instructor. A pupil wants to know what happens in"
                    + " this tale:\n\n"
                    + STORY
                    + "\n\nAnswer thoroughly, and do not put questions to the pupil."),
            user("What is the tale about?")),
        job("nothing known", AnswerQuestion.class, user("Who wrote Faust?")));
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        job(
            "plain",
            AskQuestion.class,
            system("You are a student. Ask your teacher about a story you have not seen."),
            user("Hello! What would you like to know?")),
        job(
            "reworded",
            AskQuestion.class,
            system(
                "Your goal is to learn as much as possible about a hidden article by asking one"
                    + " short question at a time. The teacher answers your questions."),
            user("Hi, I am your teacher.")),
        job(
            "with a lesson",
            AskQuestion.class,
            system(
                "You are a student. You have studied the lesson below. Ask the teacher about what"
                    + " it leaves open.\n\nLesson:\n"
                    + STORY),
            user("Hello, ask me anything.")),
        job(
            "with a lesson and no label",
            AskQuestion.class,
            system(
                "You are a curious learner. Pose one question at a time to your tutor.\n\n"
                    + STORY),
            user("Welcome! What do you want to know?")),
        job(
            "in the middle of a dialogue",
            AskQuestion.class,
            system("Play the part of a pupil who interviews an expert on a film plot."),
            user("Hello!"),
            assistant("What is it about?"),
            user(ANSWER)),
        job(
            "in the middle, the teacher asks back",
            AskQuestion.class,
            system("You are a student and may question the teacher."),
            user("Hello!"),
            assistant("What is it about?"),
            user(ANSWER + " What else would you like to know?")),
        job(
            "told after the answer",
            AskQuestion.class,
            system("You learn about a text that you cannot see."),
            user("Hello!"),
            assistant("What is it about?"),
            user(ANSWER + "\n\nAsk your next question.")),
        job(
            "no system message",
            AskQuestion.class,
            user("You are a student. Ask me questions about a paper you have not read.")),
        job(
            "with a summary in a tag, asked for one question",
            AskQuestion.class,
            system("Use this summary.\n<summary>\n" + STORY + "\n</summary>"),
            user(
                "I am your teacher and know the whole text. Ask me one question about something the"
                    + " summary does not say.")),
        job(
            "an interviewer",
            AskQuestion.class,
            system(
                "You are interviewing someone who has seen a film. You have not. Raise one question"
                    + " per turn and never repeat yourself."),
            user("Hello.")),
        job(
            "later on, the prompt says little",
            AskQuestion.class,
            system("Learn about a news article."),
            assistant("What happened?"),
            user(ANSWER),
            assistant("Who was involved?"),
            user("Ilse and a heron.")),
        job(
            "about an image it cannot see",
            AskQuestion.class,
            system("You can't see the picture. Find out what it shows by posing questions."),
            user("Ready.")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"quizzes", "lessons", "answers", "questions"})
  void the_job_is_found(String name, Class<? extends Job> expected, Conversation conversation) {
    assertThat(JobDecision.of(conversation)).isInstanceOf(expected);
  }

  @Test
  void a_quiz_is_supported_by_lessons_and_answers_alone() {
    Job job =
        JobDecision.of(
            Conversation.of(
                system("You are a student. Guess if unsure.\n\nLesson:\nA heron lived there."),
                user("Hello! Ask me anything about the story."),
                assistant("Where is the mill?"),
                user("It stands by a river."),
                assistant("And the wheel?"),
                user("A spirit held it.\n\nAnswer each question with one letter.\n\n" + QUIZ)));

    SitQuiz quiz = (SitQuiz) job;
    assertThat(quiz.items()).hasSize(2);
    assertThat(quiz.material().split("\\s*\n\\s*"))
        .containsExactly("A heron lived there.", "It stands by a river.", "A spirit held it.");
  }

  @Test
  void a_closed_book_quiz_has_no_material() {
    Job job =
        JobDecision.of(
            Conversation.of(
                system("You are a student who sits a quiz about a story you have not seen."),
                user("Give one line per question, such as '1. A'. Guess if unsure.\n\n" + QUIZ)));

    assertThat(((SitQuiz) job).material()).isBlank();
  }

  @Test
  void a_message_that_holds_context_and_question_is_taken_apart() {
    Job job =
        JobDecision.of(
            Conversation.of(user("Context: " + STORY + "\n\nQuestion: Who held the wheel?")));

    AnswerQuestion answer = (AnswerQuestion) job;
    assertThat(answer.question()).isEqualTo("Who held the wheel?");
    assertThat(answer.context()).startsWith("Once upon a time").endsWith("swam away.");
  }
}
