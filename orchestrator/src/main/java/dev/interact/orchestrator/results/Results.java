package dev.interact.orchestrator.results;

import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a study has found out, a few dialogues at a time, in an order that never varies. */
@Singleton
class Results {
  private static final int CHUNK = 200;
  private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<DialogueRow> ORDER =
      Comparator.comparing((DialogueRow d) -> d.conceptId)
          .thenComparing(d -> d.condition)
          .thenComparing(d -> d.student)
          .thenComparing(d -> d.teacher, TEXT)
          .thenComparing(d -> d.lessonAuthor, TEXT)
          .thenComparing(d -> d.quizMode)
          .thenComparing(d -> d.seed, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Library library;

  Results(Library library) {
    this.library = library;
  }

  /** A sheet that was marked for good: no later draw replaces it. */
  record Marked(String dialogue, int turn, int part, Integer[] choices) {}

  /** A lesson's text. */
  record Lesson(String call, String text) {}

  /** Hands over every answer of the dialogues that are over. */
  void answers(StudyRow study, Consumer<Answer> sink) {
    chunks(study.id, chunk -> answersOf(study, chunk).forEach(sink));
  }

  /** Hands over every dialogue that is over. */
  void transcripts(StudyRow study, Consumer<Transcript> sink) {
    chunks(study.id, chunk -> transcriptsOf(study, chunk).forEach(sink));
  }

  /** Hands over every call of the dialogues that are over. */
  void calls(StudyRow study, Consumer<Call> sink) {
    chunks(
        study.id,
        chunk ->
            QuarkusTransaction.requiringNew().call(() -> Call.of(study, ids(chunk))).forEach(sink));
  }

  private void chunks(String study, Consumer<List<DialogueRow>> sink) {
    List<DialogueRow> all =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    DialogueRow.<DialogueRow>list(
                        "study = ?1 and stage in ?2", study, List.of(Stage.FINISHED, Stage.FAILED)))
            .stream()
            .sorted(ORDER)
            .toList();
    for (int from = 0; from < all.size(); from += CHUNK) {
      sink.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
  }

  private List<Answer> answersOf(StudyRow study, List<DialogueRow> dialogues) {
    Map<String, List<Marked>> sheets =
        QuarkusTransaction.requiringNew().call(() -> marked(ids(dialogues))).stream()
            .collect(Collectors.groupingBy(Marked::dialogue));
    List<Answer> answers = new ArrayList<>();
    for (DialogueRow dialogue : dialogues) {
      ShownQuiz quiz =
          QuarkusTransaction.requiringNew().call(() -> library.concept(dialogue.concept)).quiz();
      for (Marked sheet : sheets.getOrDefault(dialogue.id, List.of())) {
        List<ShownQuiz.ShownItem> items = quiz.part(sheet.part(), dialogue.parts).items();
        for (int i = 0; i < items.size(); i++) {
          answers.add(answer(study, dialogue, sheet, items.get(i), i));
        }
      }
    }
    return answers;
  }

  private static Answer answer(
      StudyRow study, DialogueRow dialogue, Marked sheet, ShownQuiz.ShownItem shown, int position) {
    Integer choice = sheet.choices()[position];
    return new Answer(
        study.name,
        dialogue.id,
        dialogue.conceptId,
        dialogue.domain,
        dialogue.condition,
        dialogue.student,
        dialogue.teacher,
        dialogue.lessonAuthor,
        dialogue.quizMode,
        dialogue.seed,
        sheet.turn(),
        shown.item().id(),
        shown.item().level(),
        shown.order(),
        choice == null ? null : shown.order().get(choice),
        choice != null && choice == shown.key(),
        choice != null,
        status(dialogue));
  }

  static String status(DialogueRow dialogue) {
    return dialogue.stage.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> ids(List<DialogueRow> dialogues) {
    return dialogues.stream().map(dialogue -> dialogue.id).toList();
  }

  private static List<Marked> marked(List<String> dialogues) {
    return StepRow.find(
            """
            select s.dialogue, s.turn, s.part, c.choices
            from StepRow s join CallRow c on c.key = s.call
            where s.dialogue in ?1 and s.kind = SIT and c.grader is not null
              and not exists (
                from StepRow later
                where later.dialogue = s.dialogue and later.kind = SIT
                  and later.turn = s.turn and later.part = s.part and later.draw > s.draw)
            order by s.turn, s.part
            """,
            dialogues)
        .project(Marked.class)
        .list();
  }

  private List<Transcript> transcriptsOf(StudyRow study, List<DialogueRow> dialogues) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Map<String, List<DialogueRow.Spoken>> turns =
                  DialogueRow.spoken(ids(dialogues)).stream()
                      .collect(Collectors.groupingBy(DialogueRow.Spoken::dialogue));
              Map<String, List<Transcript.Sheet>> sheets =
                  Transcript.sheets(ids(dialogues)).stream()
                      .collect(Collectors.groupingBy(Transcript.Sheet::dialogue));
              Map<String, CallRow> lessons =
                  CallRow.byKeys(
                          dialogues.stream()
                              .map(d -> d.lesson)
                              .filter(java.util.Objects::nonNull)
                              .distinct()
                              .toList())
                      .stream()
                      .collect(Collectors.toMap(call -> call.key, Function.identity()));
              return dialogues.stream()
                  .map(
                      dialogue ->
                          Transcript.of(
                              study,
                              dialogue,
                              dialogue.lesson == null ? null : lessons.get(dialogue.lesson).reply,
                              turns.getOrDefault(dialogue.id, List.of()),
                              sheets.getOrDefault(dialogue.id, List.of())))
                  .toList();
            });
  }
}
