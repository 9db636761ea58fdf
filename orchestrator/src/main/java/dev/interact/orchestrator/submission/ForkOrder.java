package dev.interact.orchestrator.submission;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.study.Budget;
import dev.interact.study.Draws;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fork of one dialogue that someone asks for.
 *
 * @param at the turn, of the kinds that fork at one
 * @param student of the study, who gets the dialogue of another; of the kinds that need one
 * @param framing as what a dialogue is shown that is read; null for its own
 * @param questions of {@code fixed-questions}
 * @param budget what it may spend; null sets no cap
 */
record ForkOrder(
    Integer at,
    ForkKind kind,
    String student,
    Framing framing,
    List<String> questions,
    Budget budget) {

  /**
   * The study of it: the dialogue's concept and cell, and the fork.
   *
   * @throws InvalidInput if the dialogue cannot be forked so; it says what is possible
   */
  Submission study(Submission of, DialogueRow dialogue, String name) {
    InvalidInput.throwIfAny(problems(of.study(), dialogue));
    StudyFile study = file(of.study(), dialogue, name);
    Map<String, PromptSet> prompts = new HashMap<>(of.prompts());
    prompts.keySet().retainAll(Set.of(dialogue.domain, PromptSet.GENERAL));
    return new Submission("", study, List.of(dialogue.concept), prompts, of.owner(), of.sets());
  }

  private List<Problem> problems(StudyFile study, DialogueRow dialogue) {
    return Stream.of(
            dialogue(study, dialogue),
            kind == null ? "kind: is missing; there are " + kinds(study, dialogue) : null,
            kind != null && !possible(study, dialogue).contains(kind)
                ? "kind: '%s' is not possible here; there are %s"
                    .formatted(kind.label(), kinds(study, dialogue))
                : null,
            turn(study),
            reader(study, dialogue))
        .filter(Objects::nonNull)
        .map(sentence -> sentence.split(": ", 2))
        .map(parts -> new Problem(null, 0, parts[0], parts[1]))
        .toList();
  }

  private static String dialogue(StudyFile study, DialogueRow dialogue) {
    if (!dialogue.condition.hasDialogue() || dialogue.fork != null) {
      return "dialogue: nothing is asked in it, or it is a fork itself; only a dialogue of its student's own can be forked";
    }
    if (study.fresh()) {
      return "dialogue: its study is fresh, so that its calls are no other study's; a fork would have none of them";
    }
    return dialogue.lessonDraw > 0 || dialogue.optionOrder > 0
        ? "dialogue: only those of the first lesson and the first order of options can be forked"
        : null;
  }

  private String turn(StudyFile study) {
    if (kind == null || kind.isAtATurn() == (at != null && at >= 1 && at <= study.turns())) {
      return null;
    }
    return kind.isAtATurn()
        ? "at: must be a turn from 1 to %d for '%s'".formatted(study.turns(), kind.label())
        : at == null
            ? null
            : "at: '%s' has no turn of its own; leave it out".formatted(kind.label());
  }

  private String reader(StudyFile study, DialogueRow dialogue) {
    if (kind == null || kind.donor() != ForkKind.Donor.OTHER_STUDENT) {
      return student == null ? null : "student: only a fork for another student names one";
    }
    return others(study, dialogue).contains(student)
        ? null
        : "student: must be another of the study's: " + String.join(", ", others(study, dialogue));
  }

  private static Set<String> others(StudyFile study, DialogueRow dialogue) {
    Set<String> others = new LinkedHashSet<>(study.students());
    others.remove(dialogue.student);
    return others;
  }

  private static List<ForkKind> possible(StudyFile study, DialogueRow dialogue) {
    boolean hasOthers = !others(study, dialogue).isEmpty();
    return Arrays.stream(ForkKind.values())
        .filter(
            kind ->
                switch (kind.donor()) {
                  case OTHER_STUDENT -> hasOthers;
                  case NEXT_DRAW -> false;
                  case ITSELF, NOBODY -> true;
                })
        .toList();
  }

  private static String kinds(StudyFile study, DialogueRow dialogue) {
    return possible(study, dialogue).stream()
        .map(ForkKind::label)
        .collect(Collectors.joining(", "));
  }

  private StudyFile file(StudyFile of, DialogueRow dialogue, String name) {
    List<String> students =
        student == null ? List.of(dialogue.student) : List.of(dialogue.student, student);
    List<String> author =
        dialogue.lessonAuthor == null ? List.of() : List.of(dialogue.lessonAuthor);
    Set<String> models =
        Stream.of(students, List.of(dialogue.teacher), author)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    Map<String, StudyFile.Settings> overrides = new HashMap<>(of.overrides());
    overrides.keySet().retainAll(models);
    return new StudyFile(
        name,
        of.concepts(),
        List.of(dialogue.condition),
        of.turns(),
        dialogue.seed == null ? null : List.of(dialogue.seed),
        students,
        List.of(dialogue.teacher),
        author,
        new StudyFile.Quiz(List.of(dialogue.quizMode)),
        of.temperature(),
        of.maxTokens(),
        List.of(dialogue.strategy()),
        List.of(dialogue.style),
        of.asking(),
        List.of(fork(dialogue)),
        new Draws(null, null, null, of.draws().sheet()),
        null,
        overrides,
        null,
        null,
        null,
        false,
        budget);
  }

  private Fork fork(DialogueRow dialogue) {
    boolean another = student != null;
    return new Fork(
        kind,
        another ? List.of(dialogue.student) : List.of(),
        another ? List.of(student) : List.of(),
        framing == null ? List.of() : List.of(framing),
        at == null ? List.of() : List.of(at),
        questions);
  }
}
