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

  private final Conversation conversation;
  private final Materials materials;
  private final List<KeyedItem> items;
  private final String rest;
  private final Brief brief;

  private Examining(Conversation conversation) {
    String last = conversation.lastFromUser().text();
    this.conversation = conversation;
    this.materials = new Materials(conversation);
    this.items = KeyedQuizReader.read(last);
    this.rest = KeyedQuizReader.rest(last);
    this.brief = Brief.of(rest);
  }

  static Optional<Job> in(Conversation conversation) {
    return new Examining(conversation).job();
  }

  private Optional<Job> job() {
    String setup = materials.setup().instructions();
    String request = request();
    if (isStudent()) {
      return Optional.empty();
    }
    if (wantsItems(setup, request)) {
      return Optional.of(author(setup));
    }
    return !items.isEmpty()
            && QuizCues.wantVerdicts(
                setup + "\n" + wording() + "\n" + Paragraphs.of(rest).getFirst())
        ? Optional.of(judge())
        : Optional.empty();
  }

  /** What looks like an item may be one that is to be repeated, or an example of the form. */
  private boolean wantsItems(String setup, String request) {
    if (items.isEmpty()) {
      return QuizCues.wantItems(setup + "\n" + request);
    }
    boolean isExample = QuizReader.read(conversation.lastFromUser().text()).isEmpty();
    return isExample ? QuizCues.wantItems(request, true) : QuizCues.wantQuiz(request);
  }

  private boolean isStudent() {
    List<Message> own = conversation.by(Role.ASSISTANT);
    return own.stream().filter(Message::asks).count() * 2 > own.size();
  }

  /** What the last message wants, without questions of content. */
  private String request() {
    return wording()
        .lines()
        .map(
            line ->
                Sentences.of(line).stream()
                    .filter(s -> !s.endsWith("?") || REQUESTS.matcher(s).find())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private String wording() {
    boolean holdsText = materials.examined(brief).equals(materials.examined(NOTHING));
    return holdsText ? rest : brief.instructions();
  }

  private Job author(String setup) {
    String wording = materials.setupIsLast() ? wording() : setup + "\n\n" + wording();
    List<String> replied = conversation.texts(Role.ASSISTANT).toList();
    return new WriteQuiz(
        materials.examined(brief), conversation.pictures(), OrderReader.read(wording, replied));
  }

  private Job judge() {
    String pictures = conversation.pictures();
    String text = materials.examined(brief);
    return new JudgeItems(items, pictures.isBlank() ? text : text + "\n\n" + pictures);
  }

  private static final Brief NOTHING = new Brief("", "");
}
