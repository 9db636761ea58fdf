package dev.interact.orchestrator.dialogue;

import dev.interact.study.Course;
import dev.interact.study.fork.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes a running dialogue on from turn to turn; the moves of one decision. */
final class Going {
  private final Plan plan;
  private final List<Move> moves = new ArrayList<>();
  private OpenSheets open;

  Going(Plan plan, OpenSheets open) {
    this.plan = plan;
    this.open = open;
  }

  /** A step is done, and others follow from it. */
  Decision waitingFor(Talk talk, Step done, List<? extends Step> steps) {
    steps.forEach(this::make);
    return decided(talk.replacing(done, new HashSet<>(steps)));
  }

  /** A candidate has been chosen. */
  Decision chosen(int turn, int candidate) {
    moves.add(new Move.Choose(turn, candidate));
    return afterTurn(turn);
  }

  /** A turn is there, with all that was said in it. */
  Decision afterTurn(int turn) {
    if (turn == plan.turns()) {
      quiz(turn);
      return decided(Talk.OVER);
    }
    int next = turn + 1;
    Course.Turn following = plan.turn(next);
    if (following.question() == Source.OWN) {
      List<Step> questions =
          IntStream.range(0, following.tried())
              .<Step>mapToObj(candidate -> new Step.Ask(next, candidate))
              .toList();
      questions.forEach(this::make);
      quiz(turn);
      return decided(Talk.of(next, new HashSet<>(questions)));
    }
    quiz(turn);
    moves.add(new Move.Take(next));
    if (following.answer() != Source.OWN) {
      return afterTurn(next);
    }
    Step answer = new Step.Answer(next, 0);
    make(answer);
    return decided(Talk.of(next, Set.of(answer)));
  }

  /** The sheets on which a candidate is tried. */
  List<Step.Trial> trial(int turn, int candidate) {
    return IntStream.range(0, plan.course().trial())
        .mapToObj(part -> new Step.Trial(turn, candidate, part, 0))
        .toList();
  }

  private void quiz(int turn) {
    Course.Quiz quiz = plan.course().quiz();
    List<Step.Sheet> sheets = new ArrayList<>();
    for (int part = 0; part < quiz.parts(); part++) {
      for (int sample = 0; sample < quiz.samples(); sample++) {
        sheets.add(new Step.Sit(turn, part, sample, 0));
      }
      if (plan.retest().has(turn, part)) {
        sheets.add(new Step.Retest(turn, part, 0));
      }
    }
    sheets.forEach(this::make);
    open = open.with(sheets);
  }

  private void make(Step step) {
    moves.add(new Move.Make(step));
  }

  private Decision decided(Talk talk) {
    return new Decision(new Dialogue.Running(plan, talk, open), moves);
  }
}
