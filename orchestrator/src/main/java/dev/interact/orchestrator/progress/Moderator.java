package dev.interact.orchestrator.progress;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.dialogue.Decision;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.Event;
import dev.interact.orchestrator.dialogue.Move;
import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Source;
import dev.interact.study.strategy.Reading;
import dev.interact.study.strategy.Situation;
import dev.interact.study.strategy.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Conducts dialogues: makes of replies what they are to the pure {@link Dialogue}, notes what was
 * said, and carries out what was decided.
 */
final class Moderator {
  private final Function<DialogueRow, StudyCalls> calls;
  private final Notes notes;

  /**
   * @param calls of a dialogue's study
   */
  Moderator(Function<DialogueRow, StudyCalls> calls, Notes notes) {
    this.calls = calls;
    this.notes = notes;
  }

  /**
   * What a reply is to a dialogue.
   *
   * @param asked the question in it, where that is not all of it; else null
   */
  private record Heard(Event event, String asked) {}

  /** The state of a dialogue that waits for some steps. */
  Dialogue state(DialogueRow dialogue, Collection<Step> open) {
    Map<Integer, Integer> right =
        open.stream()
            .filter(step -> step instanceof Step.Trial)
            .findFirst()
            .map(step -> notes.right(dialogue.id, ((Step.Trial) step).turn()))
            .orElse(Map.of());
    return dialogue.state(plan(dialogue), open, right);
  }

  private Plan plan(DialogueRow dialogue) {
    return new Outlook(dialogue, calls.apply(dialogue).study()).plan();
  }

  /** Starts a dialogue; its donor, if it has one, is over. */
  List<StudyCalls.Wanted> start(DialogueRow dialogue) {
    if (dialogue.donor != null) {
      int there = notes.turns(dialogue.donor);
      boolean goesOn = dialogue.fork.isAtATurn() && there >= dialogue.prefix();
      dialogue.turns = goesOn ? null : there;
    }
    notes.tell(Facts.started(dialogue));
    return carryOut(dialogue, Dialogue.start(plan(dialogue)), null);
  }

  /**
   * Tells a dialogue how a call that it waited for has ended.
   *
   * @return what it wants next; null where it takes no notice
   */
  List<StudyCalls.Wanted> tell(DialogueRow dialogue, Dialogue state, Step step, CallEnd end) {
    Heard heard = hear(dialogue, step, end);
    return state
        .on(heard.event())
        .map(
            decision -> {
              note(dialogue, step, heard, end);
              return carryOut(dialogue, decision, end);
            })
        .orElse(null);
  }

  private Heard hear(DialogueRow dialogue, Step step, CallEnd end) {
    if (end.isFailure()) {
      return new Heard(new Event.Failed(step, end.failure()), null);
    }
    return switch (step) {
      case Step.Ask ask -> question(dialogue, ask, end.reply());
      case Step.Sheet sheet -> new Heard(marked(dialogue, sheet, end), null);
      case Step.Answer answer -> new Heard(new Event.Done(step), null);
      case Step.WriteLesson lesson -> new Heard(new Event.Done(step), null);
    };
  }

  private Heard question(DialogueRow dialogue, Step.Ask ask, String reply) {
    Strategy strategy = dialogue.strategy();
    if (reply == null || !strategy.hasInstruction()) {
      return new Heard(new Event.Done(ask), null);
    }
    return switch (strategy.read(reply, situation(dialogue, ask.turn()))) {
      case Reading.Question(String text) ->
          new Heard(new Event.Done(ask), text.equals(reply) ? null : text);
      case Reading.Stop stop -> new Heard(new Event.Stopped(ask), null);
    };
  }

  private Situation situation(DialogueRow dialogue, int turn) {
    StudyCalls study = calls.apply(dialogue);
    return new Situation(
        turn,
        study.study().turns(),
        dialogue.lesson == null ? null : notes.text(dialogue.lesson).orElse(null),
        notes.said(dialogue.id),
        study.study().asking());
  }

  private Event marked(DialogueRow dialogue, Step.Sheet sheet, CallEnd end) {
    int right =
        sheet instanceof Step.Trial
            ? calls.apply(dialogue).right(dialogue, sheet, end.choices())
            : 0;
    return end.formatError() == null
        ? new Event.SheetRead(sheet, right)
        : new Event.SheetUnreadable(sheet, right);
  }

  private void note(DialogueRow dialogue, Step step, Heard heard, CallEnd end) {
    if (end.isFailure()) {
      return;
    }
    switch (step) {
      case Step.Ask ask -> noteQuestion(dialogue, ask, heard, end.call());
      case Step.Answer answer -> noteAnswer(dialogue, answer, end.call());
      case Step.WriteLesson lesson -> {
        dialogue.lesson = end.call();
        notes.tell(Facts.lesson(dialogue));
      }
      case Step.Sheet sheet -> noteMarks(dialogue, sheet, heard.event(), end);
    }
  }

  private void noteQuestion(DialogueRow dialogue, Step.Ask ask, Heard heard, String call) {
    if (heard.event() instanceof Event.Stopped) {
      dialogue.turns = ask.turn() - 1;
      return;
    }
    notes.tell(Facts.asked(dialogue, ask));
    if (isTried(dialogue, ask.turn())) {
      notes.add(
          new CandidateRow(
              new CandidateRow.Id(dialogue.id, ask.turn(), ask.candidate()), call, heard.asked()));
    } else {
      notes.add(new TurnRow(dialogue.id, ask.turn(), call, heard.asked()));
    }
  }

  private boolean isTried(DialogueRow dialogue, int turn) {
    return plan(dialogue).isTried(turn);
  }

  private void noteAnswer(DialogueRow dialogue, Step.Answer answer, String call) {
    if (isTried(dialogue, answer.turn())) {
      candidate(dialogue, answer.turn(), answer.candidate()).answer = call;
    } else {
      TurnRow turn = notes.turn(dialogue.id, answer.turn()).orElseThrow();
      turn.answer = call;
      dialogue.hear(turn.questionKey(), call);
    }
    notes.tell(Facts.answered(dialogue, answer));
  }

  private CandidateRow candidate(DialogueRow dialogue, int turn, int number) {
    return notes.candidate(new CandidateRow.Id(dialogue.id, turn, number));
  }

  /** Marks of the last draw count, whatever of it could be read. */
  private void noteMarks(DialogueRow dialogue, Step.Sheet sheet, Event event, CallEnd end) {
    if (event instanceof Event.SheetRead || sheet.draw() >= Dialogue.RE_ASKS) {
      var levels = calls.apply(dialogue).marks(dialogue, sheet, end.choices());
      if (sheet instanceof Step.Trial trial) {
        CandidateRow row = candidate(dialogue, trial.turn(), trial.candidate());
        Fact.Marks all = Fact.Marks.sum(levels.values());
        row.rightItems += all.right();
        row.items += all.items();
      }
      notes.tell(Facts.graded(dialogue, sheet, levels));
    }
  }

  private List<StudyCalls.Wanted> carryOut(DialogueRow dialogue, Decision decision, CallEnd cause) {
    dialogue.become(decision.next());
    if (dialogue.isOver()) {
      notes.tell(Facts.over(dialogue, plan(dialogue)));
    }
    List<StudyCalls.Wanted> wanted = new ArrayList<>();
    for (Move move : decision.moves()) {
      switch (move) {
        case Move.Make(Step step) ->
            wanted.add(
                calls.apply(dialogue).wanted(dialogue, step, given(dialogue, step, cause), cause));
        case Move.Take(int turn) -> take(dialogue, turn);
        case Move.Choose(int turn, int candidate) -> choose(dialogue, turn, candidate);
      }
    }
    return wanted;
  }

  private CallSpecs.Given given(DialogueRow dialogue, Step step, CallEnd cause) {
    return switch (step) {
      case Step.Answer(int turn, int candidate) ->
          new CallSpecs.Given(
              isTried(dialogue, turn)
                  ? candidate(dialogue, turn, candidate).questionKey()
                  : notes.turn(dialogue.id, turn).orElseThrow().questionKey(),
              null,
              null);
      case Step.Trial sheet -> {
        CandidateRow tried = candidate(dialogue, sheet.turn(), sheet.candidate());
        yield new CallSpecs.Given(tried.questionKey(), tried.answer, before(sheet, cause));
      }
      case Step.Sheet sheet -> new CallSpecs.Given(null, null, before(sheet, cause));
      case Step.Ask ask -> CallSpecs.Given.NOTHING;
      case Step.WriteLesson lesson -> CallSpecs.Given.NOTHING;
    };
  }

  private static String before(Step.Sheet sheet, CallEnd cause) {
    return sheet.draw() == 0 ? null : cause.call();
  }

  private void take(DialogueRow dialogue, int number) {
    var course = plan(dialogue).turn(number);
    TurnRow theirs =
        dialogue.donor == null ? null : notes.turn(dialogue.donor, number).orElseThrow();
    TurnRow turn =
        course.question() == Source.DONOR
            ? new TurnRow(dialogue.id, number, theirs.question, theirs.asked)
            : new TurnRow(dialogue.id, number, null, given(dialogue, number, theirs));
    if (course.answer() == Source.DONOR) {
      turn.answer = theirs.answer;
      dialogue.hear(turn.questionKey(), turn.answer);
    }
    notes.add(turn);
  }

  private String given(DialogueRow dialogue, int number, TurnRow theirs) {
    StudyCalls study = calls.apply(dialogue);
    return dialogue.fork == ForkKind.FIXED_QUESTIONS
        ? study.study().fixedQuestions().get(number - 1)
        : study.goOn(dialogue, number, notes.text(theirs.answer));
  }

  private void choose(DialogueRow dialogue, int number, int which) {
    CandidateRow candidate = candidate(dialogue, number, which);
    candidate.chosen = true;
    TurnRow turn = new TurnRow(dialogue.id, number, candidate.question, candidate.asked);
    turn.answer = candidate.answer;
    notes.add(turn);
    dialogue.hear(turn.questionKey(), turn.answer);
  }
}
