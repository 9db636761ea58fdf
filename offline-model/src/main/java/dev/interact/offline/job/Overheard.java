package dev.interact.offline.job;

import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.QuizReader;
import dev.interact.offline.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dialogue that stands as a text in the message of a quiz, with lines such as "Student: ..." and
 * "Teacher: ...". What its teacher says was told to the model as much as if it had asked itself, so
 * the text becomes the messages of such a dialogue.
 */
final class Overheard {

  private static final Pattern SPEAKER =
      Pattern.compile(
          "^[\\s>*_-]*(?:the |another |other )?"
              + "(?:(student|learner|pupil|interviewer)|teacher|tutor|instructor|expert)"
              + "(?: \\d{1,3})?[*_]*\\s*:[*_]*",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private Overheard() {}

  /** The conversation as it is, where its last message is no quiz or holds no dialogue. */
  static Conversation unfolded(Conversation conversation) {
    Message last = conversation.lastFromUser();
    List<Message> spoken = spoken(last.text());
    boolean twoSpeak = spoken.stream().map(Message::role).distinct().count() == 2;
    if (!twoSpeak || !sameQuiz(last, spoken.getLast())) {
      return conversation;
    }
    spoken.addFirst(last.saying(beforeIntroduction(last.text())));
    return conversation.endingWith(spoken.toArray(Message[]::new));
  }

  private static boolean sameQuiz(Message whole, Message end) {
    List<Item> items = QuizReader.read(whole.text()).items();
    return !items.isEmpty() && items.equals(QuizReader.read(end.text()).items());
  }

  /** The last message goes on to the end of the text. */
  private static List<Message> spoken(String text) {
    List<Message> spoken = new ArrayList<>();
    Matcher speaker = SPEAKER.matcher(text);
    boolean found = speaker.find();
    while (found) {
      boolean asks = speaker.group(1) != null;
      int start = speaker.end();
      found = speaker.find();
      String said = text.substring(start, found ? speaker.start() : text.length()).strip();
      spoken.add(asks ? Message.assistant(said) : Message.user(said));
    }
    return spoken;
  }

  /** The paragraph right before a dialogue says what it is. */
  private static String beforeIntroduction(String text) {
    Matcher first = SPEAKER.matcher(text);
    String before = first.find() ? text.substring(0, first.start()).strip() : "";
    List<String> paragraphs = Paragraphs.of(before);
    return Paragraphs.join(paragraphs.subList(0, paragraphs.size() - 1));
  }
}
