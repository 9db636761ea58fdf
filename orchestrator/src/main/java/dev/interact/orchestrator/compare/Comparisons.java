package dev.interact.orchestrator.compare;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.finding.ArmDifference;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.ItemKeys;
import dev.interact.analysis.table.Units;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.results.Answer;
import dev.interact.orchestrator.results.Results;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import dev.interact.study.input.InvalidInput;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares arms by the module {@code analysis}, over the dialogues that are over. */
@Singleton
class Comparisons {
  private static final long SEED = 1;

  private final Results results;
  private final Library library;

  Comparisons(Results results, Library library) {
    this.results = results;
    this.library = library;
  }

  /** An arm of a study, by its id. */
  record Side(StudyRow study, String arm) {}

  /**
   * The difference of two arms, turn by turn.
   *
   * @throws InvalidInput if a study has no such arm
   */
  List<ArmDifference> of(Side one, Side other) {
    ArmKey first = key(one, "a");
    ArmKey second = key(other, "b");
    if (one.study().id.equals(other.study().id)) {
      Evidence both =
          evidence(one.study(), Stream.of(one.arm(), other.arm()).collect(Collectors.toSet()));
      return ArmDifference.within(both, first, second, SEED);
    }
    return ArmDifference.between(
        new ArmDifference.Side(evidence(one.study(), Set.of(one.arm())), first),
        new ArmDifference.Side(evidence(other.study(), Set.of(other.arm())), second),
        SEED);
  }

  private static ArmKey key(Side side, String parameter) {
    return DialogueRow.<DialogueRow>find("study = ?1 and arm = ?2", side.study().id, side.arm())
        .range(0, 0)
        .firstResultOptional()
        .map(dialogue -> dialogue.arm().key())
        .orElseThrow(
            () ->
                PageRequest.wrong(
                    parameter,
                    "is no arm of study %s: '%s'; its cells list them"
                        .formatted(side.study().name, side.arm())));
  }

  private Evidence evidence(StudyRow study, Set<String> arms) {
    StudyFile file = library.study(study.id).study();
    List<Concept> concepts =
        library.study(study.id).concepts().stream()
            .map(hash -> library.concept(hash).concept())
            .toList();
    AnswerTable table = new AnswerTable(file.turns(), new ItemKeys(concepts));
    results.over(
        study,
        arms,
        dialogues -> {
          results.answersOf(study, dialogues).forEach(answer -> table.add(row(answer)));
          dialogues.forEach(dialogue -> table.add(row(dialogue)));
        });
    return Evidence.primary(table, Units.of(file, concepts));
  }

  private static AnswerRow row(Answer answer) {
    return new AnswerRow(
        answer.dialogue(),
        answer.concept(),
        answer.domain(),
        answer.arm().key(),
        new Repeat(answer.seed(), answer.lessonDraw(), answer.optionOrder(), answer.candidate()),
        answer.turn(),
        answer.item(),
        answer.level(),
        answer.half(),
        answer.shown(),
        answer.choice(),
        answer.correct(),
        answer.parsed(),
        answer.status());
  }

  private static dev.interact.analysis.answers.DialogueRow row(DialogueRow dialogue) {
    return new dev.interact.analysis.answers.DialogueRow(
        dialogue.id,
        dialogue.conceptId,
        dialogue.domain,
        dialogue.arm().key(),
        new Repeat(dialogue.seed, dialogue.lessonDraw, dialogue.optionOrder, dialogue.candidate),
        dialogue.donor,
        Results.status(dialogue),
        dialogue.reason,
        null,
        List.of());
  }
}
