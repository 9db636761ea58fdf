package dev.interact.orchestrator.results;

import dev.interact.contracts.student.StudentPrompt;
import dev.interact.study.prompt.Templates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The choice of a turn. Its chat is the one that student-service sends; that is made of messages
   * of the model client, which only workers depend on, and so it is made here once more.
   */
  static Choice of(
      StudentPrompt prompt,
      Transcript transcript,
      int turn,
      List<Transcript.Candidate> candidates) {
    Map<String, String> known =
        transcript.lesson() == null ? Map.of() : Map.of("lesson", transcript.lesson());
    List<Message> chat = new ArrayList<>();
    chat.add(new Message("system", Templates.fill(prompt.system(), known)));
    prompt
        .examples()
        .forEach(
            example -> {
              chat.add(new Message("user", example.user()));
              chat.add(new Message("assistant", example.assistant()));
            });
    chat.add(new Message("user", Templates.fill(prompt.greeting(), Map.of())));
    transcript.turns().stream()
        .filter(said -> said.turn() < turn)
        .forEach(
            said -> {
              chat.add(new Message("assistant", said.question()));
              chat.add(new Message("user", said.answer()));
            });
    return new Choice(List.copyOf(chat), candidates);
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
