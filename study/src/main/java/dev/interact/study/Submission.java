package dev.interact.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interact.contracts.Hash;
import dev.interact.study.input.ContentHash;
import dev.interact.study.prompt.PromptSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A study as it is handed in: fixed from here on. It names its concepts by hash; their content is
 * uploaded before. {@code file.SubmissionCheck} says whether it can be trusted.
 *
 * @param file the study file's text, as the user wrote it; for people, nothing depends on it
 * @param concepts hashes of the concepts, in order
 * @param prompts the prompts of each domain that the concepts have, and of {@code general}
 * @param owner who pays for it; {@code ""} where that is not said. No part of its id
 * @param sets the data sets that its concepts are from, each as {@code NAME@VERSION}; no part of
 *     its id, for the same concepts may lie elsewhere
 */
public record Submission(
    String file,
    StudyFile study,
    List<String> concepts,
    Map<String, PromptSet> prompts,
    String owner,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sets) {
  public Submission {
    file = file == null ? "" : file;
    concepts = concepts == null ? List.of() : List.copyOf(concepts);
    owner = owner == null ? "" : owner.strip();
    prompts = prompts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(prompts));
    sets = sets == null ? List.of() : List.copyOf(sets);
  }

  /** A study whose concepts are from no data set. */
  public Submission(
      String file,
      StudyFile study,
      List<String> concepts,
      Map<String, PromptSet> prompts,
      String owner) {
    this(file, study, concepts, prompts, owner, List.of());
  }

  /** The study's id: equal for equal content, whatever the file's comments and field order. */
  public String id() {
    return Hash.id(
        "study",
        ContentHash.of("study-file", study.withoutBudget()),
        concepts.toString(),
        promptsHash());
  }

  /**
   * Hash of all prompts that the study uses, so that those of a new strategy make no other study.
   */
  private String promptsHash() {
    Map<String, PromptSet> used = new TreeMap<>();
    prompts.forEach((domain, set) -> used.put(domain, set.usedBy(study)));
    return ContentHash.of("prompts", used);
  }

  /** The prompts of a domain; the general ones where it has none of its own. */
  public PromptSet promptsFor(String domain) {
    return prompts.getOrDefault(domain, prompts.get(PromptSet.GENERAL));
  }
}
