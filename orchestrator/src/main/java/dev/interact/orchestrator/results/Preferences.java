package dev.interact.orchestrator.results;

import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Templates;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the strategy {@code outcome} has found out, as training data in the usual chat form: a
 * question after which the student did better on the selection half is preferred to one after which
 * it did worse. The chat is the student's: nothing that it could not see is in it.
 */
@Singleton
class Preferences {
  private final Results results;
  private final Library library;

  Preferences(Results results, Library library) {
    this.results = results;
    this.library = library;
  }

  /** A message of a chat; roles are {@code system}, {@code user} and {@code assistant}. */
  record Message(String role, String content) {}

  /** A line of {@code preferences.jsonl}, for DPO. */
  record Pair(List<Message> prompt, List<Message> chosen, List<Message> rejected) {}

  /** A line of {@code sft.jsonl}: a chat that ends with the best question. */
  record Example(List<Message> messages) {}

  /** A turn in which several questions were tried out. */
  private record Choice(List<Message> prompt, List<Transcript.Candidate> candidates) {
    private static final Comparator<Transcript.Candidate> BY_RIGHT =
        Comparator.comparingInt(Transcript.Candidate::right);

    Transcript.Candidate best() {
      return candidates.stream().filter(Transcript.Candidate::chosen).findFirst().orElseThrow();
    }

    List<Transcript.Candidate> worse() {
      return candidates.stream().filter(one -> BY_RIGHT.compare(one, best()) < 0).toList();
    }
  }

  /** Hands over a pair for each question that did worse than the one chosen in its place. */
  void pairs(StudyRow study, Consumer<Pair> sink) {
    choices(
        study,
        choice ->
            choice
                .worse()
                .forEach(
                    worse ->
                        sink.accept(new Pair(choice.prompt(), asks(choice.best()), asks(worse)))));
  }

  /** Hands over the question chosen in each turn in which some other did worse. */
  void examples(StudyRow study, Consumer<Example> sink) {
    choices(
        study,
        choice -> {
          if (!choice.worse().isEmpty()) {
            List<Message> messages = new ArrayList<>(choice.prompt());
            messages.addAll(asks(choice.best()));
            sink.accept(new Example(messages));
          }
        });
  }

  private static List<Message> asks(Transcript.Candidate candidate) {
    return List.of(new Message("assistant", candidate.question()));
  }

  private void choices(StudyRow study, Consumer<Choice> sink) {
    results.transcripts(
        study,
        transcript -> {
          if (transcript.status().equals("finished")) {
            transcript.candidates().stream()
                .collect(Collectors.groupingBy(Transcript.Candidate::turn))
                .forEach(
                    (turn, candidates) ->
                        sink.accept(new Choice(prompt(study, transcript, turn), candidates)));
          }
        });
  }

  private List<Message> prompt(StudyRow study, Transcript transcript, int turn) {
    PromptSet prompts = library.study(study.id).promptsFor(transcript.domain());
    List<Message> chat = new ArrayList<>();
    Map<String, String> known =
        Optional.ofNullable(transcript.lesson())
            .map(lesson -> Map.of("lesson", lesson))
            .orElse(Map.of());
    chat.add(new Message("system", Templates.fill(prompts.student().system(), known)));
    chat.add(new Message("user", Templates.fill(prompts.student().greeting(), Map.of())));
    transcript.turns().stream()
        .filter(said -> said.turn() < turn)
        .forEach(
            said -> {
              chat.add(new Message("assistant", said.question()));
              chat.add(new Message("user", said.answer()));
            });
    return chat;
  }
}
