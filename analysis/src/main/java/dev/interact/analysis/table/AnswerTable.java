package dev.interact.analysis.table;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.study.Concept.Level;
import dev.interact.study.Condition;
import dev.interact.study.input.InvalidInput;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers of a study, counted as they come. Rows are not kept: what it holds grows with arms,
 * turns, concepts and draws, by about 300 bytes for each combination. Rows may come in any order.
 *
 * <p>In studies that select questions by one half of the quiz, only the other half counts, in all
 * arms. A dialogue that ended early keeps its last quiz up to the arm's last turn.
 */
public final class AnswerTable {
  private static final String NO_REASON = "no reason is recorded";

  private final int turns;
  private final ItemKeys keys;
  private final Map<String, Dialogue> dialogues = new HashMap<>();
  private final Map<String, EnumSet<Level>> levels = new HashMap<>();
  private final SortedMap<ArmKey, SortedMap<String, SortedMap<Repeat, Dialogue>>> arms =
      new TreeMap<>();

  /**
   * A table without answers yet.
   *
   * @param turns of the study
   * @param keys of its items, for the controls
   */
  public AnswerTable(int turns, ItemKeys keys) {
    this.turns = turns;
    this.keys = keys;
  }

  /** Counts an answer. */
  public void add(AnswerRow row) {
    dialogue(
            new Dialogue.Name(row.dialogue(), row.arm(), row.concept(), row.domain(), row.repeat()))
        .add(row, keys.item(row.concept(), row.item()));
    learn(row.concept(), row.level());
  }

  /** Counts the marks of items of one level; none of them may be counted otherwise too. */
  public void add(CountedQuiz quiz) {
    CountedQuiz.Dialogue who = quiz.dialogue();
    dialogue(new Dialogue.Name(who.id(), who.arm(), who.concept(), who.domain(), who.repeat()))
        .add(quiz);
    learn(who.concept(), quiz.level());
  }

  private void learn(String concept, Level level) {
    if (level != null) {
      levels.computeIfAbsent(concept, id -> EnumSet.noneOf(Level.class)).add(level);
    }
  }

  /** Learns of a dialogue, which may have failed before its first quiz, and why it failed. */
  public void add(DialogueRow row) {
    Dialogue dialogue =
        dialogue(
            new Dialogue.Name(
                row.dialogue(), row.arm(), row.concept(), row.domain(), row.repeat()));
    dialogue.failed |= row.hasFailed();
    dialogue.reason = row.reason();
  }

  /** Counts what another table of the same study has; no row may be in both. */
  public void add(AnswerTable other) {
    other.dialogues.values().forEach(dialogue -> dialogue(dialogue.name).add(dialogue));
    other.levels.forEach(
        (concept, some) ->
            levels.computeIfAbsent(concept, id -> EnumSet.noneOf(Level.class)).addAll(some));
  }

  private Dialogue dialogue(Dialogue.Name name) {
    Dialogue known = dialogues.get(name.id());
    if (known == null) {
      known = new Dialogue(name);
      dialogues.put(name.id(), known);
      place(known);
    }
    return known;
  }

  private void place(Dialogue dialogue) {
    Dialogue.Name name = dialogue.name;
    Dialogue other =
        arms.computeIfAbsent(name.arm(), arm -> new TreeMap<>())
            .computeIfAbsent(name.concept(), concept -> new TreeMap<>())
            .putIfAbsent(name.repeat(), dialogue);
    if (other != null) {
      throw InvalidInput.of(
          null,
          "The dialogues %s and %s are the same draw of one arm on '%s'; are these answers of more than one study?"
              .formatted(other.name.id(), name.id(), name.concept()));
    }
  }

  /** The arms that have answers or dialogues, in the order in which they are documented. */
  public SortedSet<ArmKey> arms() {
    return new TreeSet<>(arms.keySet());
  }

  /** The domains of their concepts. */
  public SortedSet<String> domains() {
    SortedSet<String> domains = new TreeSet<>();
    dialogues.values().forEach(dialogue -> domains.add(dialogue.name.domain()));
    return domains;
  }

  /** The draws that an arm has of any concept, those that failed among them. */
  public SortedSet<Repeat> draws(ArmKey arm) {
    return of(arm)
        .map(dialogue -> dialogue.name.repeat())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last turn that a dialogue of an arm may have; 0 where nothing is asked. */
  public int lastTurn(ArmKey arm) {
    if (arm.fork().isEmpty()) {
      boolean asks = Arrays.stream(Condition.values()).anyMatch(c -> arm.is(c) && c.hasDialogue());
      return asks ? turns : 0;
    }
    return switch (arm.fork().get()) {
      case CANDIDATES -> arm.at();
      case FIXED_QUESTIONS -> of(arm).mapToInt(Dialogue::lastTurn).max().orElse(0);
      case BORROWED_TRACE, SELF_BORROWED, YOKED, PREFIX_SWAP, LECTURE, CONCAT -> turns;
    };
  }

  /** Whether dialogues of an arm sit the half of the quiz too by which others select questions. */
  public boolean sitsSelection(ArmKey arm) {
    return of(arm).anyMatch(dialogue -> dialogue.hasSelection);
  }

  /** What became of the dialogues of an arm. */
  public Failures failures(ArmKey arm) {
    SortedMap<String, Integer> reasons = new TreeMap<>();
    of(arm)
        .filter(dialogue -> dialogue.failed)
        .map(dialogue -> dialogue.reason == null ? NO_REASON : dialogue.reason)
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    return new Failures(
        (int) of(arm).count(),
        reasons.values().stream().mapToInt(Integer::intValue).sum(),
        reasons);
  }

  private Stream<Dialogue> of(ArmKey arm) {
    return arms.getOrDefault(arm, new TreeMap<>()).values().stream()
        .flatMap(draws -> draws.values().stream());
  }

  /**
   * The quizzes that count at a sitting.
   *
   * @throws InvalidInput if there is no such sitting
   */
  public Quizzes quizzes(Sitting sitting, Slice slice, FailedDialogues failed) {
    require(sitting);
    Counting counting = new Counting(sitting.turn(), slice, failed);
    SortedMap<String, SortedMap<Repeat, Quiz>> quizzes = new TreeMap<>();
    arms.get(sitting.arm())
        .forEach((concept, draws) -> quizzes.put(concept, counting.of(draws.values())));
    quizzes.entrySet().removeIf(one -> one.getValue().isEmpty() || !hasItems(one.getKey(), slice));
    return new Quizzes(quizzes);
  }

  /** Those of one concept alone; empty where it has none. */
  SortedMap<Repeat, Quiz> quizzes(
      Sitting sitting, Slice slice, FailedDialogues failed, String concept) {
    SortedMap<Repeat, Dialogue> draws =
        arms.getOrDefault(sitting.arm(), new TreeMap<>()).getOrDefault(concept, new TreeMap<>());
    return hasItems(concept, slice)
        ? new Counting(sitting.turn(), slice, failed).of(draws.values())
        : new TreeMap<>();
  }

  private void require(Sitting sitting) {
    ArmKey arm = sitting.arm();
    if (!arms.containsKey(arm)) {
      throw InvalidInput.of(
          null,
          "The results have no arm '%s' of the student '%s' with these models and settings"
              .formatted(arm.condition(), arm.student()));
    }
    if (sitting.turn() < 0 || sitting.turn() > lastTurn(arm)) {
      throw InvalidInput.of(
          null,
          "Dialogues of '%s' have %d turns; there is no quiz after turn %d"
              .formatted(arm.condition(), lastTurn(arm), sitting.turn()));
    }
  }

  private boolean hasItems(String concept, Slice slice) {
    return slice.level() == null
        || levels.getOrDefault(concept, EnumSet.noneOf(Level.class)).contains(slice.level());
  }
}
