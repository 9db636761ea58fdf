package dev.interact.orchestrator.progress;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.Calls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is in the database. */
final class StoredNotes implements Notes {
  private final Chronicle chronicle;
  private final Ongoing ongoing;
  private final Calls calls;

  StoredNotes(Chronicle chronicle, Ongoing ongoing, Calls calls) {
    this.chronicle = chronicle;
    this.ongoing = ongoing;
    this.calls = calls;
  }

  @Override
  public void tell(Fact fact) {
    chronicle.tell(fact);
  }

  @Override
  public Optional<TurnRow> turn(String dialogue, int number) {
    return ongoing.turn(dialogue, number);
  }

  @Override
  public int turns(String dialogue) {
    return ongoing.turns(dialogue).size();
  }

  @Override
  public void add(TurnRow turn) {
    ongoing.add(turn);
  }

  @Override
  public CandidateRow candidate(CandidateRow.Id id) {
    return ongoing.candidate(id);
  }

  @Override
  public void add(CandidateRow candidate) {
    ongoing.add(candidate);
  }

  @Override
  public Map<Integer, Integer> right(String dialogue, int turn) {
    return ongoing.candidates(dialogue).stream()
        .filter(candidate -> candidate.id.turn() == turn)
        .collect(Collectors.toMap(candidate -> candidate.id.number(), one -> one.rightItems));
  }

  @Override
  public Optional<String> text(String call) {
    return calls.byKeys(List.of(call)).stream().findFirst().map(row -> row.reply);
  }

  @Override
  public List<Exchange> said(String dialogue) {
    return new Talks(ongoing, calls).said(dialogue);
  }
}
