package dev.interact.orchestrator.results;

import dev.interact.chat.student.StudentChat;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A turn in which several questions were tried out.
 *
 * @param prompt the chat in which they were asked
 * @param candidates one of which was chosen
 */
record Choice(List<Message> prompt, List<Transcript.Candidate> candidates) {

  /** A message of a chat; roles are {@code system}, {@code user} and {@code assistant}. */
  record Message(String role, String content) {}

  /** The choice of a turn. Its chat is the one that the student's model is shown. */
  static Choice of(
      StudentPrompt prompt,
      Transcript transcript,
      int turn,
      List<Transcript.Candidate> candidates) {
    List<Exchange> said =
        transcript.turns().stream()
            .filter(before -> before.turn() < turn)
            .map(before -> new Exchange(before.question(), before.answer()))
            .toList();
    List<Message> chat =
        StudentChat.of(
                new StudentRequest.AskQuestion(null, prompt, transcript.lesson(), said, null))
            .stream()
            .map(message -> new Message(message.role().label(), message.text()))
            .toList();
    return new Choice(chat, candidates);
  }

  /** The question that was chosen. */
  Transcript.Candidate best() {
    return candidates.stream().filter(Transcript.Candidate::chosen).findFirst().orElseThrow();
  }

  /**
   * The questions that did worse, each text once. One that did as well as the best in another try
   * is none of them.
   */
  Collection<Transcript.Candidate> worse() {
    Set<String> good =
        candidates.stream()
            .filter(one -> one.right() >= best().right())
            .map(Choice::text)
            .collect(Collectors.toSet());
    return candidates.stream()
        .filter(one -> !good.contains(text(one)))
        .collect(
            Collectors.toMap(Choice::text, one -> one, (first, same) -> first, LinkedHashMap::new))
        .values();
  }

  private static String text(Transcript.Candidate candidate) {
    return candidate.question().strip();
  }
}
