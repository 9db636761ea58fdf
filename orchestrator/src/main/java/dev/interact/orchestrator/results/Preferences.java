package dev.interact.orchestrator.results;

import dev.interact.contracts.student.StudentPrompt;
import dev.interact.orchestrator.results.Choice.Message;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

  /** A line of {@code preferences.jsonl}, for DPO. */
  record Pair(List<Message> prompt, List<Message> chosen, List<Message> rejected) {}

  /** A line of {@code sft.jsonl}: a chat that ends with the best question. */
  record Example(List<Message> messages) {}

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
            StudentPrompt prompt =
                library.study(study.id).promptsFor(transcript.domain()).student();
            transcript.candidates().stream()
                .collect(
                    Collectors.groupingBy(
                        Transcript.Candidate::turn, TreeMap::new, Collectors.toList()))
                .forEach(
                    (turn, candidates) ->
                        sink.accept(Choice.of(prompt, transcript, turn, candidates)));
          }
        });
  }
}
