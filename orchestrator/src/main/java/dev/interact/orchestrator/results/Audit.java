package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.study.Concept;
import dev.interact.study.text.Leaks;
import dev.interact.study.text.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What teachers have told in the finished dialogues of a study, arm by arm and turn by turn. */
final class Audit {

  /**
   * One line of {@code audit.jsonl}: an arm up to a turn, over its finished dialogues.
   *
   * @param turn from 1
   * @param answers that there are in that turn; dialogues that ended before it have none
   * @param stating share of them that state some option of the quiz nearly verbatim; null without
   *     answers
   * @param statingRight share of them that state a right one; null without answers
   * @param coverage share of the context's words, but for stop words, that the lesson and the
   *     answers so far have; the mean over all dialogues that count for the turn by the {@link
   *     Horizon}: one that ended early keeps its own; null where contexts are images
   */
  @JsonPropertyOrder("arm")
  record Line(
      @JsonUnwrapped Arm arm,
      int turn,
      long answers,
      Double stating,
      Double statingRight,
      Double coverage) {}

  private static final class Tally {
    private long answers;
    private long stating;
    private long statingRight;
    private long texts;
    private double coverage;

    void count(List<Leaks.Leak> leaks) {
      answers++;
      stating += leaks.isEmpty() ? 0 : 1;
      statingRight += leaks.stream().anyMatch(Leaks.Leak::right) ? 1 : 0;
    }

    void cover(double share) {
      texts++;
      coverage += share;
    }

    Line line(Arm arm, int turn) {
      return new Line(
          arm,
          turn,
          answers,
          share(stating, answers),
          share(statingRight, answers),
          share(coverage, texts));
    }

    private static Double share(double part, long of) {
      return of == 0 ? null : part / of;
    }
  }

  private final Map<Arm, Horizon> horizons;
  private final Map<Arm, Map<Integer, Tally>> arms = new TreeMap<>(Arm.ORDER);

  Audit(Map<Arm, Horizon> horizons) {
    this.horizons = horizons;
  }

  /** Takes in a dialogue on a concept. */
  void add(Transcript transcript, Concept concept) {
    if (!transcript.status().equals("finished")) {
      return;
    }
    Vocabulary told = new Vocabulary();
    if (transcript.lesson() != null) {
      told.hear(transcript.lesson());
    }
    cover(transcript, 0, concept, told);
    for (Transcript.Turn turn : transcript.turns()) {
      told.hear(turn.answer());
      tally(transcript.arm(), turn.turn()).count(turn.leaks());
      cover(transcript, turn.turn(), concept, told);
    }
  }

  private void cover(Transcript transcript, int turn, Concept concept, Vocabulary told) {
    horizons
        .get(transcript.arm())
        .from(turn, transcript.end())
        .filter(number -> number > 0)
        .mapToObj(number -> tally(transcript.arm(), number))
        .filter(tally -> concept.image() == null)
        .forEach(tally -> tally.cover(told.coverage(concept.context())));
  }

  private Tally tally(Arm arm, int turn) {
    return arms.computeIfAbsent(arm, any -> new TreeMap<>())
        .computeIfAbsent(turn, any -> new Tally());
  }

  /** Hands over the lines. */
  void lines(Consumer<Line> sink) {
    arms.forEach(
        (arm, turns) -> turns.forEach((turn, tally) -> sink.accept(tally.line(arm, turn))));
  }
}
