package dev.interact.preparation.order;

import dev.interact.contracts.Hash;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.input.ContentHash;
import dev.interact.study.prompt.PromptSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A preparation as it is handed in: fixed from here on. It names its concepts by hash; their
 * content is uploaded before.
 *
 * @param file the recipe's text, as the user wrote it; for people, nothing depends on it
 * @param concepts hashes of concepts without a quiz, in order
 * @param prompts the prompts of each domain that the concepts have, and of {@code general}
 * @param owner who pays for it; {@code ""} where that is not said. No part of its id
 */
public record PreparationOrder(
    String file,
    Recipe recipe,
    List<String> concepts,
    Map<String, PromptSet> prompts,
    String owner) {
  public PreparationOrder {
    file = file == null ? "" : file;
    concepts = concepts == null ? List.of() : List.copyOf(concepts);
    owner = owner == null ? "" : owner.strip();
    prompts =
        prompts == null
            ? Map.of()
            : Collections.unmodifiableMap(
                new TreeMap<>(
                    prompts.entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey,
                                domain -> domain.getValue().usedByPreparations()))));
  }

  /** The preparation's id: equal for equal content, whatever the file's comments. */
  public String id() {
    return Hash.id(
        "preparation",
        ContentHash.of("recipe", recipe.identity()),
        concepts.toString(),
        ContentHash.of("prompts", prompts));
  }

  /** The prompts of a domain; the general ones where it has none of its own. */
  public PromptSet promptsFor(String domain) {
    return prompts.getOrDefault(domain, prompts.get(PromptSet.GENERAL));
  }
}
