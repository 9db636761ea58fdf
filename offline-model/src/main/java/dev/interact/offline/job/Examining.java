package dev.interact.offline.job;

import dev.interact.offline.author.OrderReader;
import dev.interact.offline.chat.Brief;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.chat.Message.Role;
import dev.interact.offline.job.Job.JudgeItems;
import dev.interact.offline.job.Job.WriteQuiz;
import dev.interact.offline.judge.KeyedItem;
import dev.interact.offline.judge.KeyedQuizReader;
import dev.interact.offline.quiz.QuizReader;
import dev.interact.offline.text.Paragraphs;
import dev.interact.offline.text.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out whether a quiz is to be written, or the items of one to be judged. Whoever has been
 * asking questions is a student and does neither.
 */
final class Examining {

  private static final Pattern REQUESTS =
      Pattern.compile("\\b(?:can|could|would|will) you\\b|\\bplease\\b", Pattern.CASE_INSENSITIVE);

  private static final Brief NOTHING = new Brief("", "");

  private final Conversation conversation;
  private final Materials materials;
  private final String setup;
  private final String last;
  private final List<KeyedItem> items;
  private final String rest;

  private Examining(Materials materials) {
    this.conversation = materials.conversation();
    this.materials = materials;
    this.setup = materials.setup().instructions();
    this.last = conversation.lastFromUser().text();
    this.items = KeyedQuizReader.read(last);
    this.rest = KeyedQuizReader.rest(last);
  }

  static Optional<Job> in(Materials materials) {
    return isStudent(materials.conversation()) ? Optional.empty() : new Examining(materials).job();
  }

  private static boolean isStudent(Conversation conversation) {
    List<Message> own = conversation.by(Role.ASSISTANT);
    return own.stream().filter(Message::asks).count() * 2 > own.size();
  }

  /** The material of a request is told from its wording only where there may be something in it. */
  private Optional<Job> job() {
    if (!wantsItems(rest) && !wantsVerdicts(rest)) {
      return Optional.empty();
    }
    Brief brief = Brief.of(rest);
    boolean holdsText = materials.examined(brief).equals(materials.examined(NOTHING));
    String wording = holdsText ? rest : brief.instructions();
    if (wantsItems(withoutQuestions(wording))) {
      return Optional.of(author(wording, brief));
    }
    return wantsVerdicts(wording + "\n" + Paragraphs.of(rest).getFirst())
        ? Optional.of(judge(brief))
        : Optional.empty();
  }

  /** What looks like an item may be one that is to be repeated, or an example of the form. */
  private boolean wantsItems(String request) {
    if (items.isEmpty()) {
      return QuizCues.wantItems(setup + "\n" + request);
    }
    boolean isExample = QuizReader.read(last).isEmpty();
    return isExample ? QuizCues.wantItems(request, true) : QuizCues.wantQuiz(request);
  }

  private boolean wantsVerdicts(String request) {
    return !items.isEmpty() && QuizCues.wantVerdicts(setup + "\n" + request);
  }

  private static String withoutQuestions(String wording) {
    return wording
        .lines()
        .map(
            line ->
                Sentences.of(line).stream()
                    .filter(s -> !s.endsWith("?") || REQUESTS.matcher(s).find())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private Job author(String request, Brief brief) {
    String wording = materials.setupIsLast() ? request : setup + "\n\n" + request;
    List<String> replied = conversation.texts(Role.ASSISTANT).toList();
    return new WriteQuiz(
        materials.examined(brief), conversation.pictures(), OrderReader.read(wording, replied));
  }

  private Job judge(Brief brief) {
    String pictures = conversation.pictures();
    String text = materials.examined(brief);
    return new JudgeItems(items, pictures.isBlank() ? text : text + "\n\n" + pictures);
  }
}
