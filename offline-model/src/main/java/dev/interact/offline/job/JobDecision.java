package dev.interact.offline.job;

import dev.interact.offline.chat.Brief;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.chat.Message.Role;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.Job.SitQuiz;
import dev.interact.offline.job.Job.WriteLesson;
import dev.interact.offline.quiz.Quiz;
import dev.interact.offline.quiz.QuizReader;
import java.util.List;

/**
 * Decides which job a conversation asks for. Quizzes are written and judged where that is said (see
 * {@link Examining}). Otherwise items in the last user message make it a quiz. Otherwise three jobs
 * collect points and the most wins: points for the wording of the instructions, and for the shape
 * of the conversation, which no rewording changes (who has been asking so far, who holds material
 * or an image, whether the last message is a question, and whether it says in which form a question
 * is wanted).
 */
public final class JobDecision {

  private final Conversation conversation;
  private final Materials materials;
  private final Message last;
  private final QuestionForm form;

  private JobDecision(Instructed instructed, Materials materials) {
    this.conversation = instructed.conversation();
    this.materials = materials.of(conversation);
    this.last = conversation.lastFromUser();
    this.form = instructed.form();
  }

  public static Job of(Conversation conversation) {
    Materials materials = new Materials(conversation);
    return Examining.in(materials)
        .orElseGet(
            () ->
                new JobDecision(Instructed.of(Overheard.unfolded(conversation)), materials)
                    .decide());
  }

  private Job decide() {
    Quiz quiz = QuizReader.read(last.text());
    String setup = materials.setup().instructions();
    String request = Brief.of(quiz.rest()).instructions();
    Cues cues = Cues.in(setup).plus(materials.setupIsLast() ? Cues.NONE : Cues.in(request));
    boolean mayBeLesson = cues.lesson() > 0 && !materials.all().isBlank();
    if (!quiz.isEmpty() && !(mayBeLesson && isIncidental(quiz))) {
      return new SitQuiz(quiz.items(), materials.evidence(), setup + "\n" + request);
    }
    Cues points = cues.plus(shape());
    if (mayBeLesson && points.lesson() > Math.max(points.answer(), points.ask())) {
      return new WriteLesson(materials.all());
    }
    return points.ask() > points.answer() ? ask() : answer();
  }

  /** A paper may list its points as a) and b). */
  private boolean isIncidental(Quiz quiz) {
    return quiz.rest().length() * 2 > last.text().length();
  }

  private Cues shape() {
    List<Message> own = conversation.by(Role.ASSISTANT);
    boolean hasAsked = own.stream().filter(Message::asks).count() * 2 > own.size();
    int lesson = own.isEmpty() && !last.asks() ? 2 : 0;
    int ask = (hasAsked ? 4 : 0) + (form.isPlain() ? 0 : 6);
    int answer = own.isEmpty() || hasAsked ? 0 : 3;
    answer += last.asks() ? 2 : 0;
    answer += materials.setup().hasMaterial() ? 1 : 0;
    answer += conversation.pictures().isBlank() ? 0 : 3;
    return new Cues(lesson, answer, ask);
  }

  private AnswerQuestion answer() {
    List<String> told = conversation.texts(Role.ASSISTANT).toList();
    String context = materials.context();
    Manner manner = MannerCues.in(materials.setup().instructions(), last);
    if (!context.isBlank()) {
      return new AnswerQuestion(context, last.text(), told, manner);
    }
    Question question = Question.atTheEndOf(last.text());
    return new AnswerQuestion(
        Brief.of(question.before()).material(), question.text(), told, manner);
  }

  private AskQuestion ask() {
    return new AskQuestion(
        materials.setup().instructions(),
        form.isPlain() ? materials.notes() : new Materials(conversation.withoutOpening()).notes(),
        conversation.texts(Role.ASSISTANT).toList(),
        form);
  }
}
