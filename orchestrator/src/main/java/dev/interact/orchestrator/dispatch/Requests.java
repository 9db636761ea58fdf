package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Origin;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.preparation.PreparationDesk;
import dev.interact.orchestrator.progress.CandidateRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rebuilds the messages of calls from rows: what is stored is the step, never the message. */
@Singleton
public class Requests {

  private final Library library;
  private final PreparationDesk preparations;

  Requests(Library library, PreparationDesk preparations) {
    this.library = library;
    this.preparations = preparations;
  }

  /**
   * The requests of some attempts, but for those whose call nobody waits for. To be called within a
   * transaction.
   */
  Map<AttemptRow, ModelRequest> of(Map<AttemptRow, CallRow> attempts) {
    Set<String> keys = attempts.values().stream().map(call -> call.key).collect(Collectors.toSet());
    Map<String, StepRow> steps =
        StepRow.waitingFor(keys).stream()
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
    return (StudentRequest) of(CallRow.<CallRow>findById(step.call), step);
  }

  /** How many turns a dialogue has, as far as that is known; 0 where nothing is asked. */
  public int turns(DialogueRow dialogue) {
    int planned = library.study(dialogue.study).study().turns();
    int turns = dialogue.turns == null ? planned : dialogue.turns;
    return dialogue.condition.hasDialogue() ? turns : 0;
  }

  private static Head head(String attempt, String worker, CallRow call, StepRow step) {
    return new Head(
        attempt,
        call.key,
        step.dialogue,
        worker,
        call.model,
        new Sampling(call.temperature, call.maxTokens, call.seed),
        new Origin(step.study, step.turn, call.kind.label()));
  }

  /** What the requests of some steps are made from. */
  private final class Sources {
    private final Texts texts;
    private final PreparationDesk.Opened prepared;

    Sources(Collection<StepRow> steps) {
      texts = Texts.of(steps.stream().filter(step -> step.kind.isOfDialogue()).toList());
      prepared = preparations.open(steps);
    }

    ModelRequest request(Head head, CallRow call, StepRow step) {
      if (!step.kind.isOfDialogue()) {
        return prepared.request(head, step);
      }
      DialogueRow dialogue = texts.dialogue(step);
      Library.Shelf shelf = library.concept(dialogue.concept);
      Submission study = library.study(dialogue.study);
      return new Scene(study.study(), dialogue, shelf, study.promptsFor(dialogue.domain))
          .request(head, call.kind, step, texts.said(step));
    }
  }

  /** The recorded texts of some dialogues. */
  private record Texts(
      Map<String, DialogueRow> dialogues,
      Map<String, List<TurnRow.Spoken>> turns,
      Map<String, List<CandidateRow.Spoken>> candidates,
      Map<String, String> lessons) {

    static Texts of(Collection<StepRow> steps) {
      Set<String> ids = steps.stream().map(step -> step.dialogue).collect(Collectors.toSet());
      if (ids.isEmpty()) {
        return new Texts(Map.of(), Map.of(), Map.of(), Map.of());
      }
      Map<String, DialogueRow> dialogues =
          DialogueRow.byIds(ids).stream().collect(Collectors.toMap(d -> d.id, Function.identity()));
      Set<String> lessonCalls = new HashSet<>();
      dialogues.values().stream()
          .map(d -> d.lesson)
          .filter(java.util.Objects::nonNull)
          .forEach(lessonCalls::add);
      return new Texts(
          dialogues,
          TurnRow.spoken(ids).stream().collect(Collectors.groupingBy(TurnRow.Spoken::dialogue)),
          CandidateRow.spoken(
                  dialogues.values().stream().filter(d -> d.trial > 0).map(d -> d.id).toList())
              .stream()
              .collect(Collectors.groupingBy(CandidateRow.Spoken::dialogue)),
          CallRow.byKeys(lessonCalls).stream().collect(Collectors.toMap(c -> c.key, c -> c.reply)));
    }

    DialogueRow dialogue(StepRow step) {
      return dialogues.get(step.dialogue);
    }

    /** What a request of a step is made from. */
    Scene.Said said(StepRow step) {
      DialogueRow dialogue = dialogue(step);
      List<Exchange> said = new ArrayList<>();
      for (TurnRow.Spoken turn : turns.getOrDefault(step.dialogue, List.of())) {
        if (turn.number() <= Scene.lastTurnBefore(step)) {
          said.add(new Exchange(turn.question(), turn.answer()));
        }
      }
      if (step.kind == StepRow.Kind.TRIAL) {
        CandidateRow.Spoken tried = candidate(step).orElseThrow();
        said.add(new Exchange(tried.question(), tried.answer()));
      }
      return new Scene.Said(
          dialogue.lesson == null ? null : lessons.get(dialogue.lesson),
          said,
          step.kind == StepRow.Kind.ANSWER ? question(step) : null);
    }

    /** Where questions are tried out, the one of the turn is but one of them. */
    private String question(StepRow step) {
      return candidate(step)
          .map(CandidateRow.Spoken::question)
          .or(
              () ->
                  turns.getOrDefault(step.dialogue, List.of()).stream()
                      .filter(turn -> turn.number() == step.turn)
                      .findFirst()
                      .map(TurnRow.Spoken::question))
          .orElseThrow();
    }

    private Optional<CandidateRow.Spoken> candidate(StepRow step) {
      return candidates.getOrDefault(step.dialogue, List.of()).stream()
          .filter(one -> one.turn() == step.turn && one.number() == step.candidate)
          .findFirst();
    }
  }
}
