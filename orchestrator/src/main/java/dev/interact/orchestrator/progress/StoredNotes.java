package dev.interact.orchestrator.progress;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.CallRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is in the database. */
final class StoredNotes implements Notes {
  private final Chronicle chronicle;

  StoredNotes(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  @Override
  public void tell(Fact fact) {
    chronicle.tell(fact);
  }

  @Override
  public Optional<TurnRow> turn(String dialogue, int number) {
    return TurnRow.findByIdOptional(new TurnRow.Id(dialogue, number));
  }

  @Override
  public int turns(String dialogue) {
    return (int) TurnRow.count("id.dialogue", dialogue);
  }

  @Override
  public void add(TurnRow turn) {
    turn.persist();
  }

  @Override
  public CandidateRow candidate(CandidateRow.Id id) {
    return CandidateRow.findById(id);
  }

  @Override
  public void add(CandidateRow candidate) {
    candidate.persist();
  }

  @Override
  public Map<Integer, Integer> right(String dialogue, int turn) {
    return CandidateRow.<CandidateRow>list("id.dialogue = ?1 and id.turn = ?2", dialogue, turn)
        .stream()
        .collect(Collectors.toMap(candidate -> candidate.id.number(), one -> one.rightItems));
  }

  @Override
  public Optional<String> text(String call) {
    return CallRow.<CallRow>findByIdOptional(call).map(row -> row.reply);
  }

  @Override
  public List<Exchange> said(String dialogue) {
    return TurnRow.spoken(List.of(dialogue)).stream()
        .filter(turn -> turn.answer() != null)
        .map(turn -> new Exchange(turn.question(), turn.answer()))
        .toList();
  }
}
