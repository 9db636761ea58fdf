package dev.interact.bench.stub;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A call that the stub answered, with all that was said.
 *
 * @param arrived microseconds since the epoch
 * @param left microseconds since the epoch
 */
public record Exchange(long arrived, long left, List<Message> messages, String answer) {
  private static final String FIRST_OPTION = "A) ";
  private static final Pattern SENTENCE = Pattern.compile("what matters most is ([0-9a-f]{32})\\.");

  /** A message of a chat; content that is not a text is its JSON. */
  public record Message(String role, String content) {

    /** What distinguishes the first of the stub's sentences in it from all others. */
    public Optional<String> mark() {
      return Exchange.mark(content);
    }
  }

  public Exchange {
    messages = List.copyOf(messages);
  }

  /** The items of the quiz that it asks for; empty if it asks for something else. */
  public Optional<String> quiz() {
    String last = messages.isEmpty() ? "" : messages.getLast().content();
    return isQuiz(last)
        ? Optional.of(last.substring(last.indexOf(FIRST_OPTION)))
        : Optional.empty();
  }

  /** What distinguishes the answer, where it is one of the stub's sentences. */
  public Optional<String> answerMark() {
    return mark(answer);
  }

  static boolean isQuiz(String message) {
    return message.contains(FIRST_OPTION);
  }

  /** A letter for each item of a quiz. */
  static String sheet(String quiz) {
    StringBuilder text = new StringBuilder();
    int items = 0;
    for (int at = quiz.indexOf(FIRST_OPTION); at >= 0; at = quiz.indexOf(FIRST_OPTION, at + 1)) {
      items++;
      text.append(items).append(". ").append((char) ('A' + items % 4)).append('\n');
    }
    return text.toString();
  }

  /** A sentence like no other. */
  static String sentence(String id) {
    return "Of all that could be said of it, what matters most is " + id + ".";
  }

  private static Optional<String> mark(String text) {
    return SENTENCE.matcher(text).results().findFirst().map((MatchResult found) -> found.group(1));
  }
}
