package dev.interact.study.file;

import dev.interact.study.Submission;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with a submission that someone sent. */
public final class SubmissionCheck {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern SET = Pattern.compile("[a-z0-9][a-z0-9-]*@[0-9a-f]{12}");

  private SubmissionCheck() {}

  /** Everything that can be told from the submission alone; empty if it can be trusted. */
  public static List<Problem> problems(Submission submission) {
    if (submission.study() == null) {
      return List.of(problem("study", "is missing"));
    }
    List<Problem> problems = new ArrayList<>(StudyFiles.problems(submission.study()));
    problems.addAll(concepts(submission.concepts()));
    submission.sets().stream()
        .filter(set -> !SET.matcher(set).matches())
        .forEach(set -> problems.add(problem("sets", "must be NAME@VERSION; found '" + set + "'")));
    if (!submission.prompts().containsKey(PromptSet.GENERAL)) {
      problems.add(problem("prompts.general", "is missing"));
    }
    submission
        .prompts()
        .forEach(
            (domain, prompts) ->
                Slot.problems(prompts)
                    .forEach(
                        (slot, message) ->
                            problems.add(problem("prompts." + domain + "." + slot, message))));
    return problems;
  }

  /** What is wrong with a list of hashes of concepts. */
  public static List<Problem> concepts(List<String> hashes) {
    if (hashes.isEmpty()) {
      return List.of(problem("concepts", "must have at least one entry"));
    }
    if (new HashSet<>(hashes).size() < hashes.size()) {
      return List.of(problem("concepts", "must not list a concept twice"));
    }
    return hashes.stream()
        .filter(hash -> !HASH.matcher(hash).matches())
        .map(
            hash ->
                problem("concepts", "must be hashes of uploaded concepts; found '" + hash + "'"))
        .toList();
  }

  private static Problem problem(String field, String message) {
    return new Problem(null, 0, field, message);
  }
}
