package dev.interact.orchestrator.grading;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.preparation.PreparationDesk;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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

  Sheets(Library library, PreparationDesk preparations) {
    this.library = library;
    this.preparations = preparations;
  }

  /** The sheets of some answered calls, in order. To be called within a transaction. */
  public List<AnsweredSheet> of(List<CallRow> calls) {
    if (calls.isEmpty()) {
      return List.of();
    }
    Map<String, StepRow> steps =
        StepRow.of(calls.stream().map(call -> call.key).toList()).stream()
            .collect(Collectors.toMap(step -> step.call, Function.identity(), (a, b) -> a));
    Map<String, DialogueRow> dialogues =
        DialogueRow.byIds(steps.values().stream().map(step -> step.dialogue).toList()).stream()
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
