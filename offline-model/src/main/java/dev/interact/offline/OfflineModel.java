package dev.interact.offline;

import dev.interact.offline.author.Author;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.Job.JudgeItems;
import dev.interact.offline.job.Job.SitQuiz;
import dev.interact.offline.job.Job.WriteLesson;
import dev.interact.offline.job.Job.WriteQuiz;
import dev.interact.offline.job.JobDecision;
import dev.interact.offline.judge.Judge;
import dev.interact.offline.lesson.LessonWriter;
import dev.interact.offline.quiz.QuizTaker;
import dev.interact.offline.student.Student;
import dev.interact.offline.teacher.Teacher;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;

/**
 * A language model without weights: it decides what a conversation asks for and answers from the
 * conversation alone. The same conversation and sampling always give the same reply.
 */
public final class OfflineModel {

  private final Memory<Passage> library = new Memory<>(Passage::of);

  public Reply reply(Strength strength, Conversation conversation, Sampling sampling) {
    Chance chance = new Chance(sampling.seed());
    return switch (JobDecision.of(conversation)) {
      case SitQuiz quiz -> {
        var taker = new QuizTaker(strength, library.of(quiz.material()), chance);
        yield new Reply.Sheet(taker.answer(quiz.items()), quiz.instructions());
      }
      case WriteLesson lesson ->
          new Reply.Prose(
              new LessonWriter(library, strength).write(lesson.context(), sampling.maxTokens()));
      case AnswerQuestion question ->
          new Reply.Prose(new Teacher(library, strength).answer(question));
      case AskQuestion turn ->
          new Reply.Prose(
              new Student(chance, strength.questionTemperature(sampling.temperature())).ask(turn));
      case WriteQuiz quiz -> {
        var author = new Author(library, strength, chance, sampling.temperature());
        yield new Reply.WrittenQuiz(author.write(quiz.text(), quiz.scene(), quiz.order()));
      }
      case JudgeItems quiz ->
          new Reply.Verdicts(new Judge(strength, library.of(quiz.material())).judge(quiz.items()));
    };
  }
}
