package dev.interact.orchestrator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Course;
import dev.interact.study.fork.Source;
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

  private static final Course.Turn OWN = new Course.Turn(Source.OWN, Source.OWN, 1);
  private static final Course.Turn TRIED = new Course.Turn(Source.OWN, Source.OWN, 2);
  private static final Course.Turn READ = new Course.Turn(Source.DONOR, Source.DONOR, 1);
  private static final Course.Turn YOKED = new Course.Turn(Source.DONOR, Source.OWN, 1);
  private static final Plan CLOSED_BOOK = plain(false, 0, 1);
  private static final Plan STATIC_LESSON = plain(true, 0, 1);
  private static final Plan DYNAMIC = plain(false, 2, 1);
  private static final Plan ITEM_MODE = plain(false, 0, 2);

  private static Plan plain(boolean lesson, int turns, int parts) {
    return plan(lesson, Collections.nCopies(turns, OWN), parts, 1);
  }

  private static Plan plan(boolean lesson, List<Course.Turn> turns, int parts, int samples) {
    return new Plan(
        lesson, new Course(turns, new Course.Quiz(parts, samples), 1, false), Plan.Retest.NONE);
  }

  private static List<Step> wanted(Decision decision) {
    return decision.moves().stream()
        .filter(Move.Make.class::isInstance)
        .map(move -> ((Move.Make) move).step())
        .toList();
  }

  private static Event done(Step step) {
    return new Event.Done(step);
  }

  private static Event read(int turn) {
    return new Event.SheetRead(sit(turn), 0);
  }

  private static Event unreadable(int turn, int draw) {
    return new Event.SheetUnreadable(new Step.Sit(turn, 0, 0, draw), 0);
  }

  private static Step.Sit sit(int turn) {
    return new Step.Sit(turn, 0, 0, 0);
  }

  private static Step ask(int turn) {
    return new Step.Ask(turn, 0);
  }

  private static Step answer(int turn) {
    return new Step.Answer(turn, 0);
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
                new Event.SheetRead(new Step.Sit(0, 1, 0, 0), 0),
                new Event.SheetUnreadable(new Step.Sit(0, 0, 0, 0), 0),
                new Event.SheetRead(new Step.Sit(0, 0, 0, 1), 0)),
            List.of(
                List.of(new Step.Sit(0, 0, 0, 0), new Step.Sit(0, 1, 0, 0)),
                List.of(),
                List.of(new Step.Sit(0, 0, 0, 1)),
                List.of())),
        Arguments.of(
            CLOSED_BOOK,
            List.of(unreadable(0, 0), unreadable(0, 1), unreadable(0, 2), unreadable(0, 3)),
            List.of(
                List.of(sit(0)),
                List.of(new Step.Sit(0, 0, 0, 1)),
                List.of(new Step.Sit(0, 0, 0, 2)),
                List.of(new Step.Sit(0, 0, 0, 3)),
                List.of())));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void a_dialogue_wants_its_steps_in_order_and_then_is_finished(
      Plan plan, List<Event> events, List<List<Step>> wanted) {
    Decision decision = Dialogue.start(plan);
    assertThat(wanted(decision)).isEqualTo(wanted.getFirst());
    for (int i = 0; i < events.size(); i++) {
      assertThat(decision.next()).as("before event %d", i).isNotInstanceOf(Dialogue.Finished.class);
      decision = decision.next().on(events.get(i)).orElseThrow();
      assertThat(wanted(decision)).as("after %s", events.get(i)).isEqualTo(wanted.get(i + 1));
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
    assertThat(longestChain(plain(false, turns, 1))).isEqualTo(2 * turns + 1);
    assertThat(longestChain(plain(true, turns, 1))).isEqualTo(2 * turns + 2);
  }

  /** The depth of each step: one more than that of the event which made it wanted. */
  private static int longestChain(Plan plan) {
    Map<Step, Integer> depth = new HashMap<>();
    Decision decision = Dialogue.start(plan);
    wanted(decision).forEach(step -> depth.put(step, 1));
    List<Step> open = new ArrayList<>(wanted(decision));
    while (!open.isEmpty()) {
      Step step = open.removeFirst();
      decision = decision.next().on(success(step)).orElseThrow();
      wanted(decision).forEach(next -> depth.put(next, depth.get(step) + 1));
      open.addAll(wanted(decision));
    }
    return Collections.max(depth.values());
  }

  private static Event success(Step step) {
    return step instanceof Step.Sheet sheet ? new Event.SheetRead(sheet, 1) : new Event.Done(step);
  }

  @Test
  void any_order_with_duplicates_gives_every_step_once_and_an_end() {
    Random random = new Random(765);
    for (int round = 0; round < 2_000; round++) {
      Plan plan = anyPlan(random);
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
      assertThat(wanted.stream().filter(step -> step instanceof Step.Answer))
          .hasSize(answers(plan));
    }
  }

  private static Plan anyPlan(Random random) {
    List<Course.Turn> turns = new ArrayList<>();
    for (int turn = random.nextInt(7); turn > 0; turn--) {
      turns.add(List.of(OWN, TRIED, READ, YOKED).get(random.nextInt(4)));
    }
    return new Plan(
        random.nextBoolean(),
        new Course(
            turns,
            new Course.Quiz(1 + random.nextInt(3), 1 + random.nextInt(2)),
            1 + random.nextInt(2),
            false),
        new Plan.Retest(random.nextDouble(), "salt"));
  }

  private static int answers(Plan plan) {
    return plan.course().turns().stream()
        .mapToInt(turn -> turn.answer() == Source.OWN ? turn.tried() : 0)
        .sum();
  }

  @Test
  void what_is_read_takes_no_call_but_for_its_quizzes() {
    Decision decision = Dialogue.start(plan(false, List.of(READ, READ), 1, 1));

    assertThat(decision.moves())
        .containsExactly(
            new Move.Make(sit(0)),
            new Move.Take(1),
            new Move.Make(sit(1)),
            new Move.Take(2),
            new Move.Make(sit(2)));
  }

  @Test
  void a_question_that_is_taken_over_is_answered_anew() {
    Decision decision = Dialogue.start(plan(false, List.of(YOKED, OWN), 1, 1));

    assertThat(decision.moves())
        .containsExactly(new Move.Make(sit(0)), new Move.Take(1), new Move.Make(answer(1)));
    assertThat(decision.next().on(done(answer(1))).orElseThrow().moves())
        .containsExactly(new Move.Make(ask(2)), new Move.Make(sit(1)));
  }

  @Test
  void the_candidate_with_the_most_items_right_becomes_the_turn_and_of_equals_the_first() {
    assertThat(chosen(1, 2)).isEqualTo(1);
    assertThat(chosen(2, 1)).isZero();
    assertThat(chosen(2, 2)).isZero();
  }

  private static int chosen(int first, int second) {
    Decision decision = Dialogue.start(plan(false, List.of(TRIED), 1, 1));
    assertThat(wanted(decision)).containsExactly(ask(1), new Step.Ask(1, 1), sit(0));
    List<Move> moves = new ArrayList<>();
    for (Event event :
        List.of(
            done(new Step.Ask(1, 1)),
            done(ask(1)),
            done(new Step.Answer(1, 1)),
            done(answer(1)),
            new Event.SheetRead(new Step.Trial(1, 1, 0, 0), second),
            new Event.SheetRead(new Step.Trial(1, 0, 0, 0), first))) {
      decision = decision.next().on(event).orElseThrow();
      moves.addAll(decision.moves());
    }
    assertThat(decision.moves()).endsWith(new Move.Make(sit(1)));
    return moves.stream()
        .filter(Move.Choose.class::isInstance)
        .map(move -> ((Move.Choose) move).candidate())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_student_that_stops_has_its_open_quizzes_marked_and_is_done() {
    Dialogue asking = Dialogue.start(DYNAMIC).next();

    Dialogue stopped = asking.on(new Event.Stopped(new Step.Ask(1, 0))).orElseThrow().next();

    assertThat(stopped).isInstanceOf(Dialogue.Running.class);
    assertThat(stopped.on(read(0)).orElseThrow().next()).isEqualTo(new Dialogue.Finished());
  }

  @Test
  void a_state_that_is_made_from_its_open_steps_is_the_same() {
    Random random = new Random(123);
    for (int round = 0; round < 500; round++) {
      Plan plan = anyPlan(random);
      Decision decision = Dialogue.start(plan);
      List<Step> open = new ArrayList<>(wanted(decision));
      while (!open.isEmpty()) {
        Step step = open.remove(random.nextInt(open.size()));
        decision = decision.next().on(success(step)).orElseThrow();
        open.addAll(wanted(decision));
        if (decision.next() instanceof Dialogue.Running running && !running.talk().isOver()) {
          assertThat(Dialogue.Running.of(plan, open, running.talk().right())).isEqualTo(running);
        }
      }
    }
  }

  private static void want(Decision decision, Set<Step> wanted, List<Event> mail, Random random) {
    for (Step step : wanted(decision)) {
      assertThat(wanted.add(step)).as("%s is wanted once", step).isTrue();
      boolean garbled = step instanceof Step.Sheet && random.nextInt(3) == 0;
      mail.add(garbled ? new Event.SheetUnreadable((Step.Sheet) step, 0) : success(step));
    }
  }
}
