package dev.interact.analysis.table;

import dev.interact.analysis.answers.Repeat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers of a study, and how they are counted.
 *
 * @param slice the part of the items that is looked at
 */
public record Evidence(AnswerTable table, Units units, Rules rules, Slice slice) {
  /** Everything, by the rules of the primary analysis. */
  public static Evidence primary(AnswerTable table, Units units) {
    return new Evidence(table, units, Rules.PRIMARY, Slice.ALL);
  }

  /** The same of another part of the items. */
  public Evidence of(Slice other) {
    return new Evidence(table, units, rules, other);
  }

  /** The same by other rules: a sensitivity. */
  public Evidence by(Rules other) {
    return new Evidence(table, units, other, slice);
  }

  /** The quizzes that count at a sitting. */
  public Quizzes quizzes(Sitting sitting) {
    return table.quizzes(sitting, slice, rules.failedDialogues());
  }

  /** The quizzes that count at a sitting, of one concept alone; without any where there is none. */
  public Quizzes quizzes(Sitting sitting, String concept) {
    SortedMap<Repeat, Quiz> draws = table.quizzes(sitting, slice, rules.failedDialogues(), concept);
    return new Quizzes(draws.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of(concept, draws)));
  }

  /** The accuracies at a sitting. */
  public Scores accuracies(Sitting sitting) {
    return quizzes(sitting).scores(rules.parseFailures());
  }

  /** The mean of a figure over concepts; null where no concept has it. */
  public Double mean(Quizzes quizzes, Score score) {
    return sample(quizzes.scores(score).means()).mean();
  }

  /** Figures by concept as a sample. */
  public Sample sample(SortedMap<String, Double> figures) {
    return units.sample(figures);
  }
}
