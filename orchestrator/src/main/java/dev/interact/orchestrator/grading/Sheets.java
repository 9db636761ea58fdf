package dev.interact.orchestrator.grading;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.preparation.PreparationDesk;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.Ongoing;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Library;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rebuilds sheets from rows: as they were shown, with their keys and what was answered. */
@Singleton
public class Sheets {
  private static final int BATCH = 50;
  private static final int BATCH_CHARACTERS = 1_000_000;

  private final Library library;
  private final PreparationDesk preparations;
  private final Store store;

  Sheets(Library library, PreparationDesk preparations, Store store) {
    this.library = library;
    this.preparations = preparations;
    this.store = store;
  }

  /** The sheets of some answered calls, in order. To be called within a transaction. */
  public List<AnsweredSheet> of(List<CallRow> calls) {
    if (calls.isEmpty()) {
      return List.of();
    }
    Map<String, StepRow> steps = steps(calls.stream().map(call -> call.key).toList());
    Map<String, DialogueRow> dialogues =
        Ongoing.of(store)
            .dialogues(
                steps.values().stream()
                    .filter(step -> step.kind.isOfDialogue())
                    .map(step -> step.dialogue)
                    .toList())
            .stream()
            .collect(Collectors.toMap(dialogue -> dialogue.id, Function.identity()));
    PreparationDesk.Opened prepared = preparations.open(steps.values());
    return calls.stream()
        .filter(call -> steps.containsKey(call.key))
        .map(
            call -> {
              StepRow step = steps.get(call.key);
              ShownQuiz quiz =
                  step.kind.isOfDialogue()
                      ? shown(dialogues.get(step.dialogue), step)
                      : prepared.shown(step);
              return new AnsweredSheet(call.key, quiz.sheet(), quiz.key(), call.reply);
            })
        .toList();
  }

  /** A step of each call: one that waits for it, or else one that has waited. */
  private Map<String, StepRow> steps(List<String> calls) {
    Map<String, StepRow> steps = new HashMap<>();
    Ongoing.of(store).waitingFor(calls).forEach(step -> steps.putIfAbsent(step.call, step));
    List<String> others = calls.stream().filter(call -> !steps.containsKey(call)).toList();
    if (!others.isEmpty()) {
      StepRow.of(others).forEach(step -> steps.putIfAbsent(step.call, step));
    }
    return steps;
  }

  private ShownQuiz shown(DialogueRow dialogue, StepRow step) {
    return dialogue.shown(library.concept(dialogue.concept), step.kind, step.part);
  }

  /** Cuts sheets into batches of a bearable size. */
  public static List<List<AnsweredSheet>> batches(List<AnsweredSheet> sheets) {
    List<List<AnsweredSheet>> batches = new ArrayList<>();
    int characters = BATCH_CHARACTERS;
    for (AnsweredSheet sheet : sheets) {
      if (characters >= BATCH_CHARACTERS || batches.getLast().size() == BATCH) {
        batches.add(new ArrayList<>());
        characters = 0;
      }
      batches.getLast().add(sheet);
      characters += sheet.text().length();
    }
    return batches;
  }
}
