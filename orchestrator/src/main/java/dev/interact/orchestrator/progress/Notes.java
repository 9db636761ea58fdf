package dev.interact.orchestrator.progress;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.event.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been said in dialogues: in the database, or on a walk. */
interface Notes {
  /** The dialogue does something; what is done on a walk is no news. */
  void tell(Fact fact);

  /** A turn whose question is there, of a dialogue or of its donor. */
  Optional<TurnRow> turn(String dialogue, int number);

  /** How many turns a dialogue that is over has. */
  int turns(String dialogue);

  void add(TurnRow turn);

  /** A candidate that has been asked. */
  CandidateRow candidate(CandidateRow.Id id);

  void add(CandidateRow candidate);

  /** Items that each candidate of a turn got right so far. */
  Map<Integer, Integer> right(String dialogue, int turn);

  /** A call's reply; empty where it is not there yet. */
  Optional<String> text(String call);

  /** All turns of a dialogue that are there as a whole. */
  List<Exchange> said(String dialogue);
}
