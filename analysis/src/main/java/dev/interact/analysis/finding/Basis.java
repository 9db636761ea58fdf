package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.ArmLabels;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.ItemKeys;
import dev.interact.analysis.table.Sitting;
import dev.interact.analysis.table.Units;
import dev.interact.analysis.table.Weighting;
import dev.interact.study.Concept;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What findings are made from: results, counted once.
 *
 * @param seed of what is drawn at random
 */
record Basis(Source source, Evidence evidence, ArmLabels labels, long seed) {
  /** Of the intervals that are printed. */
  static final double LEVEL = 0.95;

  static Basis of(Source source, long seed) {
    AnswerTable table = new AnswerTable(source.study().turns(), new ItemKeys(source.concepts()));
    source.answers(table::add);
    source.dialogues(table::add);
    return new Basis(
        source, Evidence.primary(table, units(source)), new ArmLabels(table.arms()), seed);
  }

  private static Units units(Source source) {
    Map<String, String> clusters = new HashMap<>();
    Map<String, String> domains = new HashMap<>();
    for (Concept concept : source.concepts()) {
      domains.put(concept.id(), concept.domain());
      if (concept.cluster() != null) {
        clusters.put(concept.id(), concept.cluster());
      }
    }
    Weighting weighting =
        switch (source.study().analysis().weighting()) {
          case BY_CONCEPT -> Weighting.BY_CONCEPT;
          case BY_DOMAIN -> Weighting.BY_DOMAIN;
        };
    return new Units(clusters, domains, weighting);
  }

  /** Of equivalence, in accuracy points. */
  double margin() {
    return source.study().analysis().margin();
  }

  boolean isInterim() {
    return source.state().equals("running");
  }

  /** A sentence, marked where the study still runs. */
  String said(String sentence) {
    return isInterim() ? "Interim: " + sentence : sentence;
  }

  /** How intervals are titled. */
  String interval() {
    return isInterim() ? "interim 95% CI" : "95% CI";
  }

  List<ArmKey> arms(Predicate<ArmKey> which) {
    return evidence.table().arms().stream().filter(which).toList();
  }

  List<ArmKey> arms(Condition condition) {
    return arms(arm -> arm.is(condition));
  }

  Sitting last(ArmKey arm) {
    return new Sitting(arm, evidence.table().lastTurn(arm));
  }

  String label(ArmKey arm) {
    return labels.of(arm);
  }

  /** The arm, and the turn where it has several. */
  String label(Sitting sitting) {
    String arm = labels.of(sitting.arm());
    return evidence.table().lastTurn(sitting.arm()) == 0
        ? arm
        : "%s (turn %d)".formatted(arm, sitting.turn());
  }

  /** What a student knows with nothing to learn from: closed-book, or the same calls elsewhere. */
  Optional<Sitting> start(String student, QuizMode mode) {
    return arms(
            arm ->
                (arm.is(Condition.CLOSED_BOOK) || arm.is(Condition.DYNAMIC))
                    && arm.student().equals(student)
                    && arm.quizMode() == mode)
        .stream()
        .findFirst()
        .map(arm -> new Sitting(arm, 0));
  }
}
