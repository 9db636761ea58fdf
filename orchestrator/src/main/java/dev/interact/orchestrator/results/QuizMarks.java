package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.projection.Known;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums up the marks of sheets that count, without a row for each answer. */
@Singleton
public class QuizMarks {
  private final Library library;

  QuizMarks(Library library) {
    this.library = library;
  }

  /**
   * Hands over the marks of every sheet of some dialogues that was marked for good, by the
   * dialogue's id. To be called within a transaction.
   *
   * @param selects whether the study selects questions by one half of the quiz: then the other
   *     alone counts
   */
  public void of(
      List<DialogueRow> dialogues, boolean selects, BiConsumer<String, Known.Marked> sink) {
    Map<String, List<Results.Marked>> sheets =
        Results.markedOf(dialogues.stream().map(dialogue -> dialogue.id).toList()).stream()
            .filter(sheet -> sheet.kind() == StepRow.Kind.SIT)
            .collect(Collectors.groupingBy(Results.Marked::dialogue));
    for (DialogueRow dialogue : dialogues) {
      sheets
          .getOrDefault(dialogue.id, List.of())
          .forEach(sheet -> sink.accept(dialogue.id, marked(dialogue, sheet, selects)));
    }
  }

  /** The same of those dialogues of a study that are given, all of them in one reading. */
  public void ofStudy(
      String study,
      Map<String, DialogueRow> dialogues,
      boolean selects,
      BiConsumer<String, Known.Marked> sink) {
    try (Stream<Results.Marked> sheets = Results.markedOfStudy(study)) {
      sheets
          .filter(sheet -> sheet.kind() == StepRow.Kind.SIT)
          .filter(sheet -> dialogues.containsKey(sheet.dialogue()))
          .forEach(
              sheet ->
                  sink.accept(
                      sheet.dialogue(), marked(dialogues.get(sheet.dialogue()), sheet, selects)));
    }
  }

  private Known.Marked marked(DialogueRow dialogue, Results.Marked sheet, boolean selects) {
    Library.Shelf shelf = library.concept(dialogue.concept);
    var items = dialogue.shown(shelf, StepRow.Kind.SIT, sheet.part()).items();
    return marked(sheet, items, selects ? reported(dialogue, shelf) : null);
  }

  private static Set<String> reported(DialogueRow dialogue, Library.Shelf shelf) {
    return shelf.quiz().half(ShownQuiz.Half.REPORTED, dialogue.conceptId).items().stream()
        .map(shown -> shown.item().id())
        .collect(Collectors.toSet());
  }

  private static Known.Marked marked(
      Results.Marked sheet, List<ShownQuiz.ShownItem> items, Set<String> counting) {
    Map<String, Known.Marks> levels = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      ShownQuiz.ShownItem shown = items.get(i);
      if (counting == null || counting.contains(shown.item().id())) {
        String level = shown.item().level() == null ? "" : shown.item().level().label();
        levels.merge(level, mark(shown, sheet.choices()[i]), Known.Marks::plus);
      }
    }
    return new Known.Marked(new Known.Sheet(sheet.turn(), sheet.part(), sheet.sample()), levels);
  }

  private static Known.Marks mark(ShownQuiz.ShownItem shown, Integer choice) {
    boolean isRight = choice != null && choice == shown.key();
    return new Known.Marks(1, isRight ? 1 : 0, choice == null ? 1 : 0);
  }
}
