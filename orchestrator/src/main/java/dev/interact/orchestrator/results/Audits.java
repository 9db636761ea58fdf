package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Concept;
import dev.interact.study.text.Leaks;
import dev.interact.study.text.Vocabulary;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What teachers have told: options of the quiz, and how much of the context. */
@Singleton
class Audits {
  private final Results results;
  private final Library library;

  Audits(Results results, Library library) {
    this.results = results;
    this.library = library;
  }

  /**
   * One line of {@code audit.jsonl}: an arm up to a turn, over its finished dialogues.
   *
   * @param turn from 1
   * @param answers in that turn
   * @param stating share of them that state some option of the quiz nearly verbatim
   * @param statingRight share of them that state a right one
   * @param coverage share of the context's words, but for stop words, that the lesson and the
   *     answers so far have; the mean over dialogues; null where contexts are images
   */
  @JsonPropertyOrder("arm")
  record Line(
      @JsonUnwrapped Arm arm,
      int turn,
      long answers,
      double stating,
      double statingRight,
      Double coverage) {}

  private static final class Tally {
    private long answers;
    private long stating;
    private long statingRight;
    private long texts;
    private double coverage;

    Line line(Arm arm, int turn) {
      return new Line(
          arm,
          turn,
          answers,
          (double) stating / answers,
          (double) statingRight / answers,
          texts == 0 ? null : coverage / texts);
    }
  }

  /** Hands over the lines of a study, arm by arm. */
  void of(StudyRow study, Consumer<Line> sink) {
    Map<Arm, Map<Integer, Tally>> arms = new TreeMap<>(Arm.ORDER);
    results.transcripts(study, transcript -> add(transcript, arms));
    arms.forEach(
        (arm, turns) -> turns.forEach((turn, tally) -> sink.accept(tally.line(arm, turn))));
  }

  private void add(Transcript transcript, Map<Arm, Map<Integer, Tally>> arms) {
    if (transcript.turns().isEmpty() || !transcript.status().equals("finished")) {
      return;
    }
    Concept concept = concept(transcript);
    Vocabulary told = new Vocabulary();
    if (transcript.lesson() != null) {
      told.hear(transcript.lesson());
    }
    Map<Integer, Tally> turns = arms.computeIfAbsent(transcript.arm(), arm -> new TreeMap<>());
    for (Transcript.Turn turn : transcript.turns()) {
      told.hear(turn.answer());
      Tally tally = turns.computeIfAbsent(turn.turn(), number -> new Tally());
      List<Leaks.Leak> leaks = Leaks.in(turn.answer(), concept.quiz());
      tally.answers++;
      tally.stating += leaks.isEmpty() ? 0 : 1;
      tally.statingRight += leaks.stream().anyMatch(Leaks.Leak::right) ? 1 : 0;
      if (concept.image() == null) {
        tally.texts++;
        tally.coverage += told.coverage(concept.context());
      }
    }
  }

  private Concept concept(Transcript transcript) {
    return library.concept(transcript.conceptHash()).concept();
  }
}
