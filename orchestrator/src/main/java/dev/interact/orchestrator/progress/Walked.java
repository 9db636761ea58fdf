package dev.interact.orchestrator.progress;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a dialogue has come over recorded calls. */
public final class Walked {

  /**
   * A step on the way.
   *
   * @param call as it is recorded; null where it is not there
   */
  public record Leg(StepRow step, CallSpec spec, CallRow call) {
    /** Whether the call has an answer. */
    public boolean isAnswered() {
      return call != null && call.isAnswered();
    }

    /** Whether the call need not be made: it has an answer, which may have to be graded yet. */
    public boolean isPaid() {
      return call != null && call.reply != null;
    }

    /** Whether the call failed for good. */
    public boolean hasFailed() {
      return call != null && call.status == CallRow.Status.FAILED;
    }
  }

  private final DialogueRow dialogue;
  private final StudyCalls calls;
  private final Walk.Gap gap;
  private final Walked donor;
  private final Moderator moderator;
  private final List<Leg> legs = new ArrayList<>();
  private final Map<String, Leg> byCall = new HashMap<>();
  private final Map<Integer, TurnRow> turns = new TreeMap<>();
  private final Map<CandidateRow.Id, CandidateRow> candidates = new HashMap<>();
  private final List<StudyCalls.Wanted> wanted = new ArrayList<>();
  private final List<Step> open = new ArrayList<>();

  Walked(DialogueRow dialogue, StudyCalls calls, Walk.Gap gap, Walked donor) {
    this.dialogue = dialogue;
    this.calls = calls;
    this.gap = gap;
    this.donor = donor;
    this.moderator = new Moderator(any -> calls, new OnTheWay());
  }

  /** The dialogue as the walk left it. */
  public DialogueRow dialogue() {
    return dialogue;
  }

  /** All steps, each after the one that led to it. */
  public List<Leg> legs() {
    return List.copyOf(legs);
  }

  /** The turns whose question is there, by number. */
  public Map<Integer, TurnRow> turns() {
    return Map.copyOf(turns);
  }

  /** A candidate that was tried out. */
  public CandidateRow candidate(int turn, int number) {
    return candidates.get(new CandidateRow.Id(dialogue.id, turn, number));
  }

  /** The step for which a call was made, here or in the donor; null where none was. */
  public Leg leg(String call) {
    Leg own = byCall.get(call);
    return own == null && donor != null ? donor.leg(call) : own;
  }

  /** A fork whose donor has failed fails with it; one whose donor is not over stays where it is. */
  void begin() {
    if (donor == null || donor.dialogue.stage == DialogueRow.Stage.FINISHED) {
      want(moderator.start(dialogue));
    } else if (donor.dialogue.stage == DialogueRow.Stage.FAILED) {
      dialogue.failWithDonor();
    }
  }

  /** The keys of the calls that are to be looked up next. */
  List<String> wishes() {
    return wanted.stream().map(wish -> wish.call().key()).toList();
  }

  /** Goes on with the calls that were found. */
  void meet(Map<String, CallRow> found) {
    List<StudyCalls.Wanted> now = List.copyOf(wanted);
    wanted.clear();
    for (StudyCalls.Wanted wish : now) {
      Leg leg = new Leg(wish.step(), wish.call(), found.get(wish.call().key()));
      legs.add(leg);
      byCall.put(wish.call().key(), leg);
      if (leg.isAnswered()) {
        tell(leg, CallEnd.of(leg.call()));
      } else if (gap == Walk.Gap.IS_FILLED) {
        tell(leg, CallEnd.hoped(leg.spec().key()));
      }
    }
  }

  /** A failure comes last, since nothing follows it. */
  void end() {
    if (gap == Walk.Gap.STOPS && !dialogue.isOver()) {
      legs.stream()
          .filter(Leg::hasFailed)
          .findFirst()
          .ifPresent(leg -> tell(leg, CallEnd.of(leg.call())));
    }
  }

  private void tell(Leg leg, CallEnd end) {
    Step step = leg.step().step();
    Dialogue state = moderator.state(dialogue, open);
    open.remove(step);
    List<StudyCalls.Wanted> more = moderator.tell(dialogue, state, step, end);
    if (more != null) {
      want(more);
    }
  }

  private void want(List<StudyCalls.Wanted> more) {
    wanted.addAll(more);
    more.forEach(wish -> open.add(wish.step().step()));
  }

  /** What has been said on this walk, and on the donor's. */
  private final class OnTheWay implements Notes {
    private Walked of(String id) {
      return id.equals(dialogue.id) ? Walked.this : donor;
    }

    @Override
    public void tell(Fact fact) {}

    @Override
    public Optional<TurnRow> turn(String id, int number) {
      return Optional.ofNullable(of(id).turns.get(number));
    }

    @Override
    public int turns(String id) {
      return of(id).turns.size();
    }

    @Override
    public void add(TurnRow turn) {
      turns.put(turn.id.number(), turn);
    }

    @Override
    public CandidateRow candidate(CandidateRow.Id id) {
      return candidates.get(id);
    }

    @Override
    public void add(CandidateRow candidate) {
      candidates.put(candidate.id, candidate);
    }

    @Override
    public Map<Integer, Integer> right(String id, int turn) {
      return candidates.values().stream()
          .filter(candidate -> candidate.id.turn() == turn)
          .collect(Collectors.toMap(candidate -> candidate.id.number(), one -> one.rightItems));
    }

    @Override
    public Optional<String> text(String call) {
      return Optional.ofNullable(leg(call)).filter(Leg::isAnswered).map(leg -> leg.call().reply);
    }

    @Override
    public List<Exchange> said(String id) {
      return of(id).turns.values().stream()
          .filter(turn -> turn.answer != null)
          .map(turn -> new Exchange(asked(turn), text(turn.answer).orElse("")))
          .toList();
    }

    private String asked(TurnRow turn) {
      return turn.asked == null ? text(turn.question).orElse("") : turn.asked;
    }
  }
}
