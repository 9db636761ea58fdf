package dev.interact.orchestrator.progress;

import dev.interact.contracts.Exchange;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.store.Store;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What was said in dialogues, as far as it is recorded. To be used within a transaction. */
public final class Talks {
  private final Ongoing ongoing;
  private final Calls calls;

  Talks(Ongoing ongoing, Calls calls) {
    this.ongoing = ongoing;
    this.calls = calls;
  }

  /** Those that the present transaction has in hand. */
  public static Talks of(Store store) {
    return new Talks(Ongoing.of(store), Calls.of(store));
  }

  /** Sees to it that the texts of some dialogues are in hand. */
  public void read(Collection<DialogueRow> dialogues) {
    Set<String> texts = new HashSet<>();
    ongoing.readTurns(dialogues.stream().map(dialogue -> dialogue.id).toList());
    for (DialogueRow dialogue : dialogues) {
      texts.add(dialogue.lesson);
      for (TurnRow turn : ongoing.turns(dialogue.id)) {
        texts.add(turn.question);
        texts.add(turn.answer);
      }
    }
    texts.remove(null);
    calls.byKeys(texts);
  }

  /** The reply of a call; null where there is none, or no call. */
  public String text(String call) {
    return call == null
        ? null
        : calls.byKeys(List.of(call)).stream()
            .map(row -> row.reply)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** All turns of a dialogue that are there as a whole, in order. */
  public List<Exchange> said(String dialogue) {
    return upTo(dialogue, Integer.MAX_VALUE);
  }

  /** The turns of a dialogue up to one that are there as a whole. */
  public List<Exchange> upTo(String dialogue, int last) {
    return ongoing.turns(dialogue).stream()
        .filter(turn -> turn.id.number() <= last && turn.answer != null)
        .map(turn -> new Exchange(question(turn), text(turn.answer)))
        .toList();
  }

  /** What is asked in a turn; null where the dialogue has no such turn. */
  public String question(String dialogue, int number) {
    return ongoing.turn(dialogue, number).map(this::question).orElse(null);
  }

  private String question(TurnRow turn) {
    return turn.asked == null ? text(turn.question) : turn.asked;
  }

  /**
   * What was tried in a turn.
   *
   * @param answer null where there is none yet
   */
  public record Tried(String question, String answer) {}

  /** A question that was tried out in a turn; empty where there was none. */
  public Optional<Tried> tried(DialogueRow dialogue, int turn, int candidate) {
    return dialogue.trial == 0
        ? Optional.empty()
        : ongoing.candidates(dialogue.id).stream()
            .filter(one -> one.id.turn() == turn && one.id.number() == candidate)
            .findFirst()
            .map(
                one ->
                    new Tried(
                        one.asked == null ? text(one.question) : one.asked, text(one.answer)));
  }
}
