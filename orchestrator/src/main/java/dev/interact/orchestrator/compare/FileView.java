package dev.interact.orchestrator.compare;

import dev.interact.orchestrator.study.ConceptRow;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.prompt.PromptSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was handed in.
 *
 * @param file as the user wrote it; empty where it was handed in without one
 * @param study the study as it runs, with every default
 * @param concepts in order
 * @param prompts by domain
 * @param sets the data sets that the concepts are from, as {@code NAME@VERSION}
 */
record FileView(
    String id,
    String owner,
    String file,
    StudyFile study,
    List<ConceptRow.Name> concepts,
    Map<String, PromptSet> prompts,
    List<String> sets) {

  static FileView of(String id, Submission submission) {
    Map<String, ConceptRow.Name> names =
        ConceptRow.names(submission.concepts()).stream()
            .collect(Collectors.toMap(ConceptRow.Name::hash, Function.identity()));
    return new FileView(
        id,
        submission.owner(),
        submission.file(),
        submission.study(),
        submission.concepts().stream().map(names::get).toList(),
        submission.prompts(),
        submission.sets());
  }
}
