package dev.interact.orchestrator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTest {

  private static final Plan CLOSED_BOOK = new Plan(false, 0, 1);
  private static final Plan STATIC_LESSON = new Plan(true, 0, 1);
  private static final Plan DYNAMIC = new Plan(false, 2, 1);
  private static final Plan ITEM_MODE = new Plan(false, 0, 2);

  private static Event done(Step step) {
    return new Event.Done(step);
  }

  private static Event read(int turn) {
    return new Event.SheetRead(sit(turn));
  }

  private static Event unreadable(int turn, int draw) {
    return new Event.SheetUnreadable(new Step.Sit(turn, 0, draw));
  }

  private static Step.Sit sit(int turn) {
    return new Step.Sit(turn, 0, 0);
  }

  private static Step ask(int turn) {
    return new Step.Ask(turn);
  }

  private static Step answer(int turn) {
    return new Step.Answer(turn);
  }

  private static final Step LESSON = new Step.WriteLesson();

  /** Events, and the steps wanted at the start and after each of them. */
  static Stream<Arguments> histories() {
    return Stream.of(
        Arguments.of(CLOSED_BOOK, List.of(read(0)), List.of(List.of(sit(0)), List.of())),
        Arguments.of(
            STATIC_LESSON,
            List.of(done(LESSON), read(0)),
            List.of(List.of(LESSON), List.of(sit(0)), List.of())),
        Arguments.of(
            DYNAMIC,
            List.of(
                done(ask(1)),
                read(0),
                done(answer(1)),
                done(ask(2)),
                done(answer(2)),
                read(2),
                read(1)),
            List.of(
                List.of(ask(1), sit(0)),
                List.of(answer(1)),
                List.of(),
                List.of(ask(2), sit(1)),
                List.of(answer(2)),
                List.of(sit(2)),
                List.of(),
                List.of())),
        Arguments.of(
            ITEM_MODE,
            List.of(
                new Event.SheetRead(new Step.Sit(0, 1, 0)),
                new Event.SheetUnreadable(new Step.Sit(0, 0, 0)),
                new Event.SheetRead(new Step.Sit(0, 0, 1))),
            List.of(
                List.of(new Step.Sit(0, 0, 0), new Step.Sit(0, 1, 0)),
                List.of(),
                List.of(new Step.Sit(0, 0, 1)),
                List.of())),
        Arguments.of(
            CLOSED_BOOK,
            List.of(unreadable(0, 0), unreadable(0, 1), unreadable(0, 2), unreadable(0, 3)),
            List.of(
                List.of(sit(0)),
                List.of(new Step.Sit(0, 0, 1)),
                List.of(new Step.Sit(0, 0, 2)),
                List.of(new Step.Sit(0, 0, 3)),
                List.of())));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void a_dialogue_wants_its_steps_in_order_and_then_is_finished(
      Plan plan, List<Event> events, List<List<Step>> wanted) {
    Decision decision = Dialogue.start(plan);
    assertThat(decision.wanted()).isEqualTo(wanted.getFirst());
    for (int i = 0; i < events.size(); i++) {
      assertThat(decision.next()).as("before event %d", i).isNotInstanceOf(Dialogue.Finished.class);
      decision = decision.next().on(events.get(i)).orElseThrow();
      assertThat(decision.wanted()).as("after %s", events.get(i)).isEqualTo(wanted.get(i + 1));
    }
    assertThat(decision.next()).isEqualTo(new Dialogue.Finished());
  }

  static Stream<Arguments> eventsThatDoNotFit() {
    Dialogue awaiting = Dialogue.start(STATIC_LESSON).next();
    Dialogue asking = Dialogue.start(DYNAMIC).next();
    Dialogue answering = asking.on(done(ask(1))).orElseThrow().next();
    Dialogue reAsked = Dialogue.start(CLOSED_BOOK).next().on(unreadable(0, 0)).orElseThrow().next();
    Dialogue finished = new Dialogue.Finished();
    Dialogue failed = new Dialogue.Failed("refused");
    Event failure = new Event.Failed(ask(1), "refused");
    return Stream.of(
        Arguments.of(awaiting, done(ask(1))),
        Arguments.of(awaiting, read(0)),
        Arguments.of(awaiting, unreadable(0, 0)),
        Arguments.of(awaiting, failure),
        Arguments.of(asking, done(LESSON)),
        Arguments.of(asking, done(ask(2))),
        Arguments.of(asking, done(answer(1))),
        Arguments.of(asking, done(sit(0))),
        Arguments.of(asking, read(1)),
        Arguments.of(asking, unreadable(0, 1)),
        Arguments.of(asking, unreadable(0, Dialogue.RE_ASKS)),
        Arguments.of(asking, new Event.Failed(answer(1), "late")),
        Arguments.of(answering, done(ask(1))),
        Arguments.of(answering, failure),
        Arguments.of(reAsked, read(0)),
        Arguments.of(reAsked, unreadable(0, 0)),
        Arguments.of(finished, read(0)),
        Arguments.of(finished, failure),
        Arguments.of(failed, read(0)),
        Arguments.of(failed, done(ask(1))));
  }

  @ParameterizedTest
  @MethodSource("eventsThatDoNotFit")
  void an_event_that_does_not_fit_changes_nothing(Dialogue state, Event event) {
    assertThat(state.on(event)).isEmpty();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(STATIC_LESSON, LESSON),
        Arguments.of(DYNAMIC, ask(1)),
        Arguments.of(DYNAMIC, sit(0)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_call_that_failed_ends_the_dialogue_with_its_reason(Plan plan, Step step) {
    Optional<Decision> decision =
        Dialogue.start(plan).next().on(new Event.Failed(step, "the model is gone"));

    assertThat(decision)
        .hasValue(new Decision(new Dialogue.Failed("the model is gone"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 12})
  void the_longest_chain_of_calls_is_twice_the_turns_and_one(int turns) {
    assertThat(longestChain(new Plan(false, turns, 1))).isEqualTo(2 * turns + 1);
    assertThat(longestChain(new Plan(true, turns, 1))).isEqualTo(2 * turns + 2);
  }

  /** The depth of each step: one more than that of the event which made it wanted. */
  private static int longestChain(Plan plan) {
    Map<Step, Integer> depth = new HashMap<>();
    Decision decision = Dialogue.start(plan);
    decision.wanted().forEach(step -> depth.put(step, 1));
    List<Step> open = new ArrayList<>(decision.wanted());
    while (!open.isEmpty()) {
      Step step = open.removeFirst();
      decision = decision.next().on(success(step)).orElseThrow();
      decision.wanted().forEach(next -> depth.put(next, depth.get(step) + 1));
      open.addAll(decision.wanted());
    }
    return Collections.max(depth.values());
  }

  private static Event success(Step step) {
    return step instanceof Step.Sit sheet ? new Event.SheetRead(sheet) : new Event.Done(step);
  }

  @Test
  void any_order_with_duplicates_gives_every_step_once_and_an_end() {
    Random random = new Random(765);
    for (int round = 0; round < 2_000; round++) {
      Plan plan = new Plan(random.nextBoolean(), random.nextInt(7), 1 + random.nextInt(3));
      Decision decision = Dialogue.start(plan);
      Set<Step> wanted = new HashSet<>();
      List<Event> mail = new ArrayList<>();
      want(decision, wanted, mail, random);
      while (!mail.isEmpty()) {
        Event event = mail.remove(random.nextInt(mail.size()));
        if (random.nextInt(4) == 0) {
          mail.add(event);
        }
        Optional<Decision> next = decision.next().on(event);
        if (next.isPresent()) {
          decision = next.get();
          want(decision, wanted, mail, random);
        }
      }
      assertThat(decision.next()).isEqualTo(new Dialogue.Finished());
      assertThat(wanted.stream().filter(step -> step instanceof Step.Answer)).hasSize(plan.turns());
    }
  }

  private static void want(Decision decision, Set<Step> wanted, List<Event> mail, Random random) {
    for (Step step : decision.wanted()) {
      assertThat(wanted.add(step)).as("%s is wanted once", step).isTrue();
      boolean garbled = step instanceof Step.Sit && random.nextInt(3) == 0;
      mail.add(garbled ? new Event.SheetUnreadable((Step.Sit) step) : success(step));
    }
  }
}
