package dev.interact.analysis.association;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.features.Alignment;
import dev.interact.analysis.features.ItemStep;
import dev.interact.analysis.features.ItemSteps;
import dev.interact.analysis.source.Source;
import dev.interact.study.Concept;
import dev.interact.study.QuizMode;
import dev.interact.study.fork.ForkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rows of RQ5's models. Quizzes of a study's first mode alone count, so that no dialogue counts
 * twice.
 */
final class Observations {
  /** What tells concepts of one name from clusters of the same. */
  private record Cluster(String named, String concept) {}

  /** The same concept in the same arm. */
  private record Course(ArmKey arm, String concept) {}

  /** The same item after the same turns of the same dialogue. */
  private record Prefix(ArmKey arm, String concept, Repeat draw, String item) {}

  private final Source source;
  private final Map<String, Concept> concepts = new HashMap<>();
  private final Map<Object, Integer> clusters = new HashMap<>();
  private final Map<Object, Integer> groups = new HashMap<>();
  private final List<Observation> asked = new ArrayList<>();
  private final List<Observation> candidates = new ArrayList<>();
  private final SortedSet<ArmKey> arms = new TreeSet<>();

  private Observations(Source source) {
    this.source = source;
    source.concepts().forEach(concept -> concepts.put(concept.id(), concept));
  }

  static Observations of(Source source, Alignment alignment) {
    Observations observations = new Observations(source);
    QuizMode mode = source.study().quiz().modes().getFirst();
    ItemSteps steps =
        new ItemSteps(
            arm -> arm.quizMode() == mode && (isAsked(arm) || isCandidate(arm)), alignment);
    source.answers(steps::add);
    source.dialogues(dialogue -> observations.add(dialogue, steps));
    return observations;
  }

  /** Whether its questions are those of the student, asked in its own dialogue. */
  private static boolean isAsked(ArmKey arm) {
    return arm.fork().isEmpty();
  }

  private static boolean isCandidate(ArmKey arm) {
    return arm.is(ForkKind.CANDIDATES);
  }

  /** Of the student's own dialogues: within arm and concept. */
  List<Observation> asked() {
    return asked;
  }

  /** Of the turn at which candidates differ: within prefix and item. */
  List<Observation> candidates() {
    return candidates;
  }

  /** Those that {@link #asked} is from. */
  SortedSet<ArmKey> arms() {
    return arms;
  }

  private void add(DialogueRow dialogue, ItemSteps steps) {
    Concept concept = concepts.get(dialogue.concept());
    if (concept != null) {
      steps.of(dialogue, concept).stream()
          .filter(step -> step.turn().answer() != null)
          .forEach(step -> add(step, dialogue.repeat(), concept));
    }
  }

  private void add(ItemStep step, Repeat draw, Concept concept) {
    if (isAsked(step.arm())) {
      arms.add(step.arm());
      asked.add(row(step, new Course(step.arm(), step.concept()), concept));
    } else if (step.turn().turn() == step.arm().at()) {
      Repeat prefix = new Repeat(draw.seed(), draw.lessonDraw(), draw.optionOrder(), null);
      candidates.add(
          row(step, new Prefix(step.arm(), step.concept(), prefix, step.item()), concept));
    }
  }

  private Observation row(ItemStep step, Object group, Concept concept) {
    String named = concept.cluster();
    return Observation.of(
        step,
        number(groups, group),
        number(clusters, new Cluster(named, named == null ? concept.id() : null)));
  }

  private static int number(Map<Object, Integer> numbers, Object of) {
    return numbers.computeIfAbsent(of, next -> numbers.size());
  }
}
