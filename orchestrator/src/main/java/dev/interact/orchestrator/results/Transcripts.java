package dev.interact.orchestrator.results;

import dev.interact.contracts.Exchange;
import dev.interact.orchestrator.dispatch.Scene;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.CandidateRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.TurnRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was said in some dialogues, each by its id.
 *
 * @param turns the questions and answers
 * @param replies what students wrote when they asked
 * @param stops what students wrote when they stopped
 */
record Transcripts(
    Map<String, String> lessons,
    Map<String, List<TurnRow.Spoken>> turns,
    Map<String, List<Reply>> replies,
    Map<String, List<Reply>> stops,
    Map<String, List<CandidateRow.Spoken>> candidates,
    Map<String, List<Transcript.Sheet>> sheets) {

  /** The whole of what a student wrote when it was to ask in a turn. */
  record Reply(String dialogue, int turn, String text) {}

  /** The texts of some dialogues. To be called within a transaction. */
  static Transcripts of(List<DialogueRow> dialogues) {
    List<String> ids = dialogues.stream().map(dialogue -> dialogue.id).toList();
    return new Transcripts(
        lessons(dialogues),
        byDialogue(TurnRow.spoken(ids), TurnRow.Spoken::dialogue),
        byDialogue(replies(ids), Reply::dialogue),
        byDialogue(stops(ids), Reply::dialogue),
        byDialogue(CandidateRow.spoken(ids), CandidateRow.Spoken::dialogue),
        byDialogue(Transcript.sheets(ids), Transcript.Sheet::dialogue));
  }

  /** What was said before the request of a step. */
  Scene.Said before(StepRow step) {
    List<TurnRow.Spoken> said = turns.getOrDefault(step.dialogue, List.of());
    Optional<CandidateRow.Spoken> tried =
        candidates.getOrDefault(step.dialogue, List.of()).stream()
            .filter(one -> one.turn() == step.turn && one.number() == step.candidate)
            .findFirst();
    List<Exchange> before = new ArrayList<>();
    said.stream()
        .filter(turn -> turn.number() <= Scene.lastTurnBefore(step))
        .forEach(turn -> before.add(new Exchange(turn.question(), turn.answer())));
    if (step.kind == StepRow.Kind.TRIAL) {
      tried.ifPresent(one -> before.add(new Exchange(one.question(), one.answer())));
    }
    return new Scene.Said(
        lessons.get(step.dialogue),
        before,
        step.kind != StepRow.Kind.ANSWER
            ? null
            : tried.map(CandidateRow.Spoken::question).orElseGet(() -> question(said, step.turn)));
  }

  private static String question(List<TurnRow.Spoken> said, int turn) {
    return said.stream()
        .filter(one -> one.number() == turn)
        .map(TurnRow.Spoken::question)
        .findFirst()
        .orElseThrow();
  }

  private static <T> Map<String, List<T>> byDialogue(List<T> rows, Function<T, String> dialogue) {
    return rows.stream().collect(Collectors.groupingBy(dialogue));
  }

  private static Map<String, String> lessons(List<DialogueRow> dialogues) {
    Map<String, String> texts =
        CallRow.byKeys(
                dialogues.stream().map(d -> d.lesson).filter(Objects::nonNull).distinct().toList())
            .stream()
            .collect(Collectors.toMap(call -> call.key, call -> call.reply));
    return dialogues.stream()
        .filter(dialogue -> dialogue.lesson != null)
        .collect(Collectors.toMap(dialogue -> dialogue.id, d -> texts.get(d.lesson)));
  }

  private static List<Reply> replies(List<String> dialogues) {
    return TurnRow.find(
            """
            select t.id.dialogue, t.id.number, q.reply
            from TurnRow t join CallRow q on q.key = t.question
            where t.id.dialogue in ?1
            """,
            dialogues)
        .project(Reply.class)
        .list();
  }

  /** A dialogue that its student has stopped waited for a question after its last turn. */
  private static List<Reply> stops(List<String> dialogues) {
    return StepRow.find(
            """
            select s.dialogue, s.turn, c.reply
            from StepRow s
            join DialogueRow d on d.id = s.dialogue
            join CallRow c on c.key = s.call
            where s.dialogue in ?1 and s.kind = ASK and s.turn = d.turns + 1
            """,
            dialogues)
        .project(Reply.class)
        .list();
  }
}
