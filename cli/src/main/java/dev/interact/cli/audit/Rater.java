package dev.interact.cli.audit;

import java.util.Map;
import java.util.Optional;

/**
 * Someone who judged items: a person, or the judge of the recipe.
 *
 * @param answers by item key
 */
record Rater(String name, Map<String, Answers> answers) {
  /** Yes or no; empty where it did not answer. */
  Optional<Boolean> answer(String key, Criterion criterion) {
    return Optional.ofNullable(answers.get(key)).flatMap(given -> given.of(criterion));
  }
}
