package dev.interact.orchestrator.projection;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.table.Units;
import dev.interact.analysis.table.Weighting;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import dev.interact.study.QuizMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A study that is played at random, as events tell of it. */
final class Plays {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  static final int TURNS = 2;

  private static final String STUDY = "study";
  private final Random random;
  private final List<Event> events = new ArrayList<>();

  Plays(Random random) {
    this.random = random;
  }

  static Known known(int number) {
    return new Known(
        "dialogue-" + number,
        "arm-" + number % 2,
        new ArmKey(
            number % 2 == 0 ? "dynamic" : "closed-book",
            "student",
            null,
            null,
            QuizMode.SHEET,
            null,
            null,
            null,
            null,
            null),
        "concept-" + number / 2,
        "domain-" + number % 3,
        new Repeat(null, 0, 0, null),
        7,
        number % 2 == 0 ? TURNS : 0,
        false,
        true);
  }

  /** The study before anything has happened in it. */
  static LiveStudy study(int dialogues) {
    Head head = new Head(STUDY, "played", "study", "running", null, TURNS, "", START, null, null);
    Figures figures =
        new Figures(
            7L * dialogues, 0, 0, 0, Set.of(), Set.of(), new Figures.Money(9.5, 0, 0, 0, 0));
    Units units =
        new Units(Map.of("concept-1", "c", "concept-2", "c"), Map.of(), Weighting.BY_CONCEPT);
    LiveStudy study = new LiveStudy(head, figures, new Curves(TURNS, units), -1);
    for (int i = 0; i < dialogues; i++) {
      study.add(known(i), Stage.PLANNED, List.of(), null);
    }
    return study;
  }

  /** Plays all dialogues to their ends, one or several at a time. */
  List<Event> all(int dialogues) {
    tell(new Fact.StudyStarted(STUDY));
    List<List<Fact>> left = new ArrayList<>();
    for (int i = 0; i < dialogues; i++) {
      left.add(facts(known(i)));
    }
    while (!left.isEmpty()) {
      List<Fact> next = left.get(random.nextInt(Math.min(left.size(), 5)));
      tell(next.removeFirst());
      left.removeIf(List::isEmpty);
      if (random.nextInt(5) == 0) {
        money();
      }
    }
    return events;
  }

  private void money() {
    BigDecimal usd = BigDecimal.valueOf(events.size()).movePointLeft(3);
    Fact.Sum sum = new Fact.Sum(usd, events.size() * 10L, events.size());
    tell(
        random.nextBoolean()
            ? new Fact.BudgetReserved(STUDY, sum, sum)
            : new Fact.BudgetSettled(STUDY, sum, sum, events.size(), events.size()));
    tell(new Fact.CallRetried(STUDY, "call", "attempt-" + events.size(), "m", "lost", 1, 0));
  }

  private List<Fact> facts(Known known) {
    List<Fact> facts = new ArrayList<>();
    String id = known.id();
    if (random.nextInt(6) == 0) {
      // As a fork whose donor has failed.
      facts.add(new Fact.DialogueFailed(STUDY, id));
      facts.add(new Fact.DialogueTakenUp(STUDY, id));
    }
    facts.add(new Fact.DialogueStarted(STUDY, id, known.arm(), known.concept(), known.domain()));
    if (random.nextInt(6) == 0) {
      facts.add(new Fact.DialogueFailed(STUDY, id));
      facts.add(new Fact.DialogueTakenUp(STUDY, id));
    }
    for (int turn = 0; turn <= known.turns(); turn++) {
      if (turn > 0) {
        facts.add(new Fact.QuestionAsked(STUDY, id, turn, 0));
        facts.add(new Fact.QuestionAnswered(STUDY, id, turn, 0));
      }
      facts.add(graded(id, turn));
    }
    facts.add(
        random.nextInt(6) == 0
            ? new Fact.DialogueFailed(STUDY, id)
            : new Fact.DialogueFinished(STUDY, id, known.turns()));
    return facts;
  }

  private Fact graded(String id, int turn) {
    TreeMap<String, Fact.Marks> levels = new TreeMap<>();
    levels.put("easy", new Fact.Marks(3, random.nextInt(4), 0));
    levels.put("hard", new Fact.Marks(2, random.nextInt(3), 0));
    return new Fact.QuizGraded(STUDY, id, "sit", turn, 0, 0, 0, levels);
  }

  private void tell(Fact fact) {
    events.add(
        Event.of("%016d-000000".formatted(events.size()), START.plusSeconds(events.size()), fact));
  }
}
