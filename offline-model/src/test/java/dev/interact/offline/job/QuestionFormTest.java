package dev.interact.offline.job;

import static dev.interact.offline.chat.Message.assistant;
import static dev.interact.offline.chat.Message.system;
import static dev.interact.offline.chat.Message.user;
import static dev.interact.offline.job.QuestionForm.Aspect.COUNT;
import static dev.interact.offline.job.QuestionForm.Aspect.REGION;
import static dev.interact.offline.job.QuestionForm.Label.CONFIDENCE;
import static dev.interact.offline.job.QuestionForm.Label.MISSING;
import static dev.interact.offline.job.QuestionForm.Label.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.chat.Conversation;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.Job.SitQuiz;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFormTest {

  private static final String ANSWER = "The miller asked three questions. Nobody could answer.";

  static Stream<Arguments> instructions() {
    return Stream.of(
        Arguments.of(
            "Please list four candidates for your next question, one a line.",
            new QuestionForm(4, List.of(), false, Set.of())),
        Arguments.of(
            "Think before you ask.\n\nThen suggest 2 good questions.\n\nWrite these lines only.",
            new QuestionForm(2, List.of(), false, Set.of())),
        Arguments.of(
            "Write two lines:\n**MISSING**: what you do not know\n**QUESTION**: what you ask",
            new QuestionForm(1, List.of(MISSING, QUESTION), false, Set.of())),
        Arguments.of(
            "Answer with CONFIDENCE: (0-100) and QUESTION: your question, or say only STOP.",
            new QuestionForm(1, List.of(CONFIDENCE, QUESTION), true, Set.of())),
        Arguments.of(
            "Ask your next question, or reply STOP if you know it all.",
            new QuestionForm(1, List.of(), true, Set.of())),
        Arguments.of(
            "Choose one of these: regions and counts. A relation is something else.\n"
                + "Use the form QUESTION: your question",
            new QuestionForm(1, List.of(QUESTION), false, Set.of(REGION, COUNT))));
  }

  @ParameterizedTest
  @MethodSource("instructions")
  void a_reworded_instruction_is_understood_and_is_no_note(String instruction, QuestionForm form) {
    AskQuestion job = (AskQuestion) afterAnswer(ANSWER + "\n\n" + instruction);

    assertThat(job.form()).isEqualTo(form);
    assertThat(job.notes()).containsExactly(ANSWER.replace(". ", ".\n\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ANSWER,
        ANSWER + "\n\nAsk your next question.",
        ANSWER + "\n\nPropose 3 questions, said the QUESTION: a riddle.\n\nHe rode on.",
        ANSWER + "\n\nYou may ask me five questions.",
      })
  void what_is_told_wants_no_form(String message) {
    assertThat(((AskQuestion) afterAnswer(message)).form()).isEqualTo(QuestionForm.PLAIN);
  }

  @Test
  void a_teacher_and_a_quiz_are_not_misled() {
    assertThat(
            JobDecision.of(
                Conversation.of(
                    system("You are a teacher. Answer the student.\n\nText:\n" + ANSWER),
                    user("I have read your text.\n\nQUESTION: How many questions were there?"))))
        .isInstanceOf(AnswerQuestion.class);
    assertThat(afterAnswer(ANSWER + "\n\nPick a letter.\n\nQUESTION: Who?\nA) you\nB) he"))
        .isInstanceOf(SitQuiz.class);
  }

  private static Job afterAnswer(String message) {
    return JobDecision.of(
        Conversation.of(
            system("You are a student. Ask your teacher about a story you have not seen."),
            user("Hello!"),
            assistant("What is the story about?"),
            user(message)));
  }
}
