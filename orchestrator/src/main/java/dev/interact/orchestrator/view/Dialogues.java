package dev.interact.orchestrator.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.Outlook;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.results.Answer;
import dev.interact.orchestrator.results.Results;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.StudyFile;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** Reads dialogues in brief. */
@Singleton
class Dialogues {
  private final EntityManager database;
  private final Library library;
  private final Results results;

  Dialogues(EntityManager database, Library library, Results results) {
    this.database = database;
    this.library = library;
    this.results = results;
  }

  /** How many turns of a dialogue were answered. */
  private record Answered(String dialogue, long turns) {}

  /** A page of a study's dialogues. */
  Page<Row> page(StudyRow study, Filter filter, PageRequest request) {
    Page<Row> rows =
        Page.of(filter.page(study.id, request), request, dialogue -> dialogue.rank)
            .map(dialogues -> rows(study, dialogues, results.answersOf(study, dialogues)));
    return filter.searches() ? rows : rows.withTotal(filter.count(study.id));
  }

  /**
   * Some dialogues of a study in brief.
   *
   * @param answers of the dialogues
   */
  List<Row> rows(StudyRow study, List<DialogueRow> dialogues, List<Answer> answers) {
    if (dialogues.isEmpty()) {
      return List.of();
    }
    StudyFile file = library.study(study.id).study();
    List<String> ids = dialogues.stream().map(dialogue -> dialogue.id).toList();
    Map<String, Long> answered = answered(ids);
    Map<String, List<Answer>> byDialogue = answers.stream().collect(groupingBy(Answer::dialogue));
    Map<String, Spent> spent = Spent.of(database, ids);
    return dialogues.stream()
        .map(
            dialogue ->
                Row.of(
                    dialogue,
                    new Row.Pace(
                        answered.getOrDefault(dialogue.id, 0L).intValue(),
                        new Outlook(dialogue, file).turns()),
                    Quizzes.of(
                        byDialogue.getOrDefault(dialogue.id, List.of()),
                        new Outlook(dialogue, file).marks(library.concept(dialogue.concept))),
                    spent.getOrDefault(dialogue.id, Spent.NOTHING)))
        .toList();
  }

  private static Map<String, Long> answered(List<String> dialogues) {
    return TurnRow.find(
            """
            select t.id.dialogue, count(t) from TurnRow t
            where t.id.dialogue in ?1 and t.answer is not null group by t.id.dialogue
            """,
            dialogues)
        .project(Answered.class)
        .stream()
        .collect(toMap(Answered::dialogue, Answered::turns));
  }
}
