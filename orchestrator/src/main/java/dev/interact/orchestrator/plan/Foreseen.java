package dev.interact.orchestrator.plan;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.dispatch.Scene;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.progress.CandidateRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.progress.Walked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The requests of a dialogue, with filler for answers that are not there yet. */
final class Foreseen {
  private static final String FILLER = ".";
  private static final String NOBODY = "";

  private final Walked walked;
  private final Scene scene;

  Foreseen(Walked walked, Scene scene) {
    this.walked = walked;
    this.scene = scene;
  }

  /**
   * The request of a step.
   *
   * @param lengths characters of the answers that are not there yet
   */
  ModelRequest request(Walked.Leg leg, ToIntFunction<CallSpec> lengths) {
    CallSpec call = leg.spec();
    Head head =
        new Head(
            NOBODY,
            call.key(),
            walked.dialogue().id,
            NOBODY,
            call.model().alias(),
            call.sampling());
    return scene.request(head, call.kind(), leg.step(), said(leg.step(), lengths));
  }

  private Scene.Said said(StepRow step, ToIntFunction<CallSpec> lengths) {
    List<Exchange> turns = new ArrayList<>();
    for (int number = 1; number <= Scene.lastTurnBefore(step); number++) {
      TurnRow turn = walked.turns().get(number);
      turns.add(exchange(turn.question, turn.asked, turn.answer, lengths));
    }
    CandidateRow tried = walked.candidate(step.turn, step.candidate);
    if (step.kind == StepRow.Kind.TRIAL) {
      turns.add(exchange(tried.question, tried.asked, tried.answer, lengths));
    }
    String lesson = walked.dialogue().lesson;
    return new Scene.Said(
        lesson == null ? null : text(lesson, lengths),
        turns,
        step.kind == StepRow.Kind.ANSWER ? question(step, tried, lengths) : null);
  }

  private String question(StepRow step, CandidateRow tried, ToIntFunction<CallSpec> lengths) {
    TurnRow turn = walked.turns().get(step.turn);
    return turn == null
        ? asked(tried.question, tried.asked, lengths)
        : asked(turn.question, turn.asked, lengths);
  }

  private Exchange exchange(
      String question, String asked, String answer, ToIntFunction<CallSpec> lengths) {
    return new Exchange(asked(question, asked, lengths), text(answer, lengths));
  }

  private String asked(String question, String asked, ToIntFunction<CallSpec> lengths) {
    return asked == null ? text(question, lengths) : asked;
  }

  private String text(String call, ToIntFunction<CallSpec> lengths) {
    Walked.Leg leg = walked.leg(call);
    return leg.isAnswered() ? leg.call().reply : FILLER.repeat(lengths.applyAsInt(leg.spec()));
  }
}
