package dev.interact.orchestrator.check;

import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.Dialogues;
import dev.interact.orchestrator.progress.StepCalls;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.StudyCalls;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.progress.Walk;
import dev.interact.orchestrator.progress.Walked;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a study's dialogues through their recorded calls again and compares what comes of it. */
@Singleton
class Replay {
  private final Library library;
  private final Dialogues dialogues;
  private final StepCalls stepCalls;
  private final Ledger ledger;

  Replay(Library library, Dialogues dialogues, StepCalls stepCalls, Ledger ledger) {
    this.library = library;
    this.dialogues = dialogues;
    this.stepCalls = stepCalls;
    this.ledger = ledger;
  }

  void run(String study, Check check) {
    Submission submission =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  check.expect(DialogueRow.count("study", study));
                  return library.study(study);
                });
    dialogues.planned(study, submission, planned -> replay(submission, planned, check));
    CheckStatus now = check.status();
    if (now.done() < now.total()) {
      check.differs(
          List.of(
              "%d dialogues are recorded that are no part of the study."
                  .formatted(now.total() - now.done())));
    }
  }

  private void replay(Submission submission, List<DialogueRow> planned, Check check) {
    List<String> ids = planned.stream().map(dialogue -> dialogue.id).toList();
    Map<String, Recorded> recorded = QuarkusTransaction.requiringNew().call(() -> Recorded.of(ids));
    StudyCalls calls =
        stepCalls.of(submission, (dialogue, alias) -> modelId(recorded.get(dialogue.id), alias));
    for (Walked walked : new Walk(calls, ledger::find, Walk.Gap.STOPS).over(planned)) {
      check.found(Comparison.of(walked, recorded.get(walked.dialogue().id), check::note));
    }
  }

  /** As it was when the dialogue ran; the registry may have changed since. */
  private String modelId(Recorded recorded, String alias) {
    String then = recorded == null ? null : recorded.models().get(alias);
    return then == null ? stepCalls.modelId(alias) : then;
  }

  /**
   * A dialogue as it is in the database.
   *
   * @param models what the provider knew the model of each alias by
   * @param failedWithOthers whether it failed while it waited for a call that another study has
   *     asked for too, and may have had made anew
   */
  record Recorded(
      DialogueRow dialogue,
      List<StepRow> steps,
      List<TurnRow> turns,
      Map<String, String> models,
      boolean failedWithOthers) {

    private record Served(String dialogue, String alias, String id) {}

    static Map<String, Recorded> of(List<String> ids) {
      Map<String, List<StepRow>> steps =
          StepRow.<StepRow>list("dialogue in ?1 order by id", ids).stream()
              .collect(Collectors.groupingBy(step -> step.dialogue));
      Map<String, List<TurnRow>> turns =
          TurnRow.<TurnRow>list("id.dialogue in ?1 order by id.number", ids).stream()
              .collect(Collectors.groupingBy(turn -> turn.id.dialogue()));
      Map<String, Map<String, String>> models = models(ids);
      Set<String> failedWithOthers = Set.copyOf(StepRow.abandonedWithOthers(ids));
      return DialogueRow.byIds(ids).stream()
          .collect(
              Collectors.toMap(
                  row -> row.id,
                  row ->
                      new Recorded(
                          row,
                          steps.getOrDefault(row.id, List.of()),
                          turns.getOrDefault(row.id, List.of()),
                          models.getOrDefault(row.id, Map.of()),
                          failedWithOthers.contains(row.id))));
    }

    private static Map<String, Map<String, String>> models(List<String> ids) {
      return CallRow.find(
              """
              select distinct s.dialogue, c.model, c.modelId
              from StepRow s join CallRow c on c.key = s.call
              where s.dialogue in ?1 and c.modelId is not null
              """,
              ids)
          .project(Served.class)
          .stream()
          .collect(
              Collectors.groupingBy(
                  Served::dialogue,
                  Collectors.toMap(Served::alias, Served::id, (one, other) -> one)));
    }
  }
}
