package dev.interact.offline.job;

import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.chat.Wording;
import dev.interact.offline.quiz.QuizReader;
import dev.interact.offline.text.Paragraphs;
import dev.interact.offline.text.Sentences;
import java.util.List;

/**
 * A conversation whose last message ends with paragraphs that say in which form the next question
 * is wanted, told apart from what was said before them.
 *
 * @param conversation without those paragraphs
 */
record Instructed(Conversation conversation, QuestionForm form) {

  /** Where nothing of the kind is said, the conversation as it is and the plain form. */
  static Instructed of(Conversation conversation) {
    Message last = conversation.lastFromUser();
    List<String> paragraphs = Paragraphs.of(last.text());
    int start = paragraphs.size();
    while (start > 1 && mayInstruct(paragraphs.get(start - 1))) {
      start--;
    }
    QuestionForm form = form(Paragraphs.join(paragraphs.subList(start, paragraphs.size())));
    if (form.isPlain() || last.asks() || !QuizReader.read(last.text()).isEmpty()) {
      return new Instructed(conversation, QuestionForm.PLAIN);
    }
    Message before = last.saying(Paragraphs.join(paragraphs.subList(0, start)));
    return new Instructed(conversation.endingWith(before), form);
  }

  private static boolean mayInstruct(String paragraph) {
    return QuestionForm.isSpokenOfIn(paragraph)
        || Sentences.of(paragraph).stream().limit(1).anyMatch(Wording::instructs);
  }

  private static QuestionForm form(String instruction) {
    return Sentences.of(instruction).stream().anyMatch(Wording::instructs)
        ? QuestionForm.in(instruction)
        : QuestionForm.PLAIN;
  }
}
