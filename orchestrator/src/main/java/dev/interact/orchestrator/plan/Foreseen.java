package dev.interact.orchestrator.plan;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.dispatch.Scene;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.progress.Walked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The requests of a dialogue, with filler for answers that are not there yet. */
final class Foreseen {
  private static final String FILLER = ".";
  private static final String NOBODY = "";

  private final Walked walked;
  private final Scene scene;
  private final Map<String, Walked.Leg> legs = new HashMap<>();

  Foreseen(Walked walked, Scene scene) {
    this.walked = walked;
    this.scene = scene;
    walked.legs().forEach(leg -> legs.put(leg.spec().key(), leg));
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
      turns.add(new Exchange(text(turn.question, lengths), text(turn.answer, lengths)));
    }
    boolean answers = step.kind == StepRow.Kind.ANSWER;
    String lesson = walked.dialogue().lesson;
    return new Scene.Said(
        lesson == null ? null : text(lesson, lengths),
        turns,
        answers ? text(walked.turns().get(step.turn).question, lengths) : null);
  }

  private String text(String call, ToIntFunction<CallSpec> lengths) {
    Walked.Leg leg = legs.get(call);
    return leg.isAnswered() ? leg.call().reply : FILLER.repeat(lengths.applyAsInt(leg.spec()));
  }
}
