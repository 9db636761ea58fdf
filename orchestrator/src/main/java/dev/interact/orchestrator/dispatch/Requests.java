package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Origin;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.preparation.PreparationDesk;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.Ongoing;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.Talks;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rebuilds the messages of calls from rows: what is stored is the step, never the message. */
@Singleton
public class Requests {

  private final Library library;
  private final PreparationDesk preparations;
  private final Outstanding outstanding;
  private final Store store;

  Requests(Library library, PreparationDesk preparations, Outstanding outstanding, Store store) {
    this.library = library;
    this.store = store;
    this.preparations = preparations;
    this.outstanding = outstanding;
  }

  /**
   * The requests of some attempts that are there, by their ids, but for those whose call nobody
   * waits for. To be called within a transaction.
   */
  Map<AttemptRow, ModelRequest> of(Collection<String> attempts) {
    Calls calls = Calls.of(store);
    Map<AttemptRow, CallRow> both = new LinkedHashMap<>();
    calls.attempts(attempts).forEach(each -> both.put(each, calls.byKey(each.call)));
    return of(both);
  }

  /**
   * The requests of some attempts, but for those whose call nobody waits for. To be called within a
   * transaction.
   */
  Map<AttemptRow, ModelRequest> of(Map<AttemptRow, CallRow> attempts) {
    Set<String> keys = attempts.values().stream().map(call -> call.key).collect(Collectors.toSet());
    Map<String, StepRow> steps =
        Ongoing.of(store).waitingFor(keys).stream()
            .collect(
                Collectors.toMap(step -> step.call, Function.identity(), (first, later) -> first));
    Sources sources = new Sources(steps.values());
    Map<AttemptRow, ModelRequest> requests = new LinkedHashMap<>();
    attempts.forEach(
        (attempt, call) -> {
          StepRow step = steps.get(call.key);
          if (step != null) {
            Head head = head(attempt.id, attempt.worker, call, step);
            requests.put(attempt, sources.request(head, call, step));
          }
        });
    return requests;
  }

  /**
   * The request of a call as it is made for a step, addressed to nobody. To be called within a
   * transaction.
   */
  public ModelRequest of(CallRow call, StepRow step) {
    return new Sources(List.of(step)).request(head("", "", call, step), call, step);
  }

  /**
   * What a person is asked in a step: what student-service would be sent. To be called within a
   * transaction.
   */
  public StudentRequest ofPerson(StepRow step) {
    return (StudentRequest) of(Calls.of(store).byKey(step.call), step);
  }

  /** How many turns a dialogue has, as far as that is known; 0 where nothing is asked. */
  public int turns(DialogueRow dialogue) {
    int planned = library.study(dialogue.study).study().turns();
    int turns = dialogue.turns == null ? planned : dialogue.turns;
    return dialogue.condition.hasDialogue() ? turns : 0;
  }

  private Head head(String attempt, String worker, CallRow call, StepRow step) {
    return new Head(
        attempt,
        call.key,
        step.dialogue,
        worker,
        call.model,
        new Sampling(call.temperature, call.maxTokens, call.seed),
        new Origin(step.study, step.turn, call.kind.label()),
        outstanding.standsBy(attempt));
  }

  /** What the requests of some steps are made from. */
  private final class Sources {
    private final Map<String, DialogueRow> dialogues;
    private final Talks talks = Talks.of(store);
    private final PreparationDesk.Opened prepared;

    Sources(Collection<StepRow> steps) {
      List<DialogueRow> rows =
          Ongoing.of(store)
              .dialogues(
                  steps.stream()
                      .filter(step -> step.kind.isOfDialogue())
                      .map(step -> step.dialogue)
                      .toList());
      dialogues = rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
      talks.read(rows);
      prepared = preparations.open(steps);
    }

    ModelRequest request(Head head, CallRow call, StepRow step) {
      if (!step.kind.isOfDialogue()) {
        return prepared.request(head, step);
      }
      DialogueRow dialogue = dialogues.get(step.dialogue);
      Library.Shelf shelf = library.concept(dialogue.concept);
      Submission study = library.study(dialogue.study);
      return new Scene(study.study(), dialogue, shelf, study.promptsFor(dialogue.domain))
          .request(head, call.kind, step, said(dialogue, step));
    }

    /** What a request of a step is made from. */
    private Scene.Said said(DialogueRow dialogue, StepRow step) {
      Optional<Talks.Tried> tried = talks.tried(dialogue, step.turn, step.candidate);
      List<Exchange> said = new ArrayList<>(talks.upTo(dialogue.id, Scene.lastTurnBefore(step)));
      if (step.kind == StepRow.Kind.TRIAL) {
        said.add(new Exchange(tried.orElseThrow().question(), tried.orElseThrow().answer()));
      }
      return new Scene.Said(
          talks.text(dialogue.lesson),
          said,
          step.kind == StepRow.Kind.ANSWER
              // Where questions are tried out, the one of the turn is but one of them.
              ? tried.map(Talks.Tried::question).orElseGet(() -> asked(step))
              : null);
    }

    private String asked(StepRow step) {
      return Objects.requireNonNull(talks.question(step.dialogue, step.turn));
    }
  }
}
