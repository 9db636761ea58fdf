package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.StudyFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** Reads what a study has found out, a few dialogues at a time, in an order that never varies. */
@Singleton
public class Results {
  private static final int CHUNK = 200;
  private static final List<Stage> OVER = List.of(Stage.FINISHED, Stage.FAILED);
  private static final Comparator<DialogueRow> ORDER =
      Comparator.comparing((DialogueRow d) -> d.conceptId)
          .thenComparing(DialogueRow::arm, Arm.ORDER)
          .thenComparing(d -> d.seed, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(d -> d.lessonDraw)
          .thenComparing(d -> d.optionOrder)
          .thenComparing(d -> d.candidate, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final String MARKED =
      """
      select s.dialogue, s.kind, s.turn, s.part, s.sample, c.key, c.choices
      from StepRow s join CallRow c on c.key = s.call
      where %s and s.kind in (SIT, RETEST) and c.grader is not null
        and not exists (
          from StepRow later
          where later.dialogue = s.dialogue and later.kind = s.kind and later.turn = s.turn
            and later.part = s.part and later.sample = s.sample and later.draw > s.draw)
      """;

  private final Library library;

  Results(Library library) {
    this.library = library;
  }

  /** A sheet that was marked for good: no later draw replaces it. */
  record Marked(
      String dialogue,
      StepRow.Kind kind,
      int turn,
      int part,
      int sample,
      String call,
      Integer[] choices) {}

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

  /** Hands over the dialogues of some arms that are over, a few at a time. */
  public void over(StudyRow study, Set<String> arms, Consumer<List<DialogueRow>> sink) {
    chunks(
        () ->
            DialogueRow.list(
                "study = ?1 and stage in ?2 and arm in ?3", study.id, OVER, List.copyOf(arms)),
        sink);
  }

  /**
   * Hands over finished dialogues, a few at a time: all of them where there are about so many;
   * where there are more, those of concepts that lie evenly among all.
   */
  void spread(StudyRow study, int most, Consumer<List<DialogueRow>> sink) {
    chunks(
        () ->
            DialogueRow.list(
                "study = ?1 and stage = ?2 and conceptId in ?3",
                study.id,
                Stage.FINISHED,
                Spread.of(study.id).over(most)),
        sink);
  }

  private void chunks(String study, Consumer<List<DialogueRow>> sink) {
    chunks(() -> DialogueRow.list("study = ?1 and stage in ?2", study, OVER), sink);
  }

  private void chunks(Callable<List<DialogueRow>> found, Consumer<List<DialogueRow>> sink) {
    List<DialogueRow> all =
        QuarkusTransaction.requiringNew().call(found).stream().sorted(ORDER).toList();
    for (int from = 0; from < all.size(); from += CHUNK) {
      sink.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
  }

  /** Every answer of some dialogues so far, in the order of turns within a dialogue. */
  public List<Answer> answersOf(StudyRow study, List<DialogueRow> dialogues) {
    Map<String, List<Marked>> sheets = marked(dialogues);
    boolean selects = study(study).selectsOnQuiz();
    List<Answer> answers = new ArrayList<>();
    for (DialogueRow dialogue : dialogues) {
      Library.Shelf shelf = library.concept(dialogue.concept);
      ShownQuiz reported =
          shelf.quiz(dialogue.optionOrder).half(ShownQuiz.Half.REPORTED, dialogue.conceptId);
      for (Marked sheet : sheets.getOrDefault(dialogue.id, List.of())) {
        List<ShownQuiz.ShownItem> items =
            dialogue.shown(shelf, StepRow.Kind.SIT, sheet.part()).items();
        for (int i = 0; sheet.kind() == StepRow.Kind.SIT && i < items.size(); i++) {
          boolean isReported = reported.items().contains(items.get(i));
          ShownQuiz.Half half = isReported ? ShownQuiz.Half.REPORTED : ShownQuiz.Half.SELECTION;
          answers.add(
              answer(study, dialogue, sheet, new Place(items.get(i), i, selects ? half : null)));
        }
      }
    }
    return answers;
  }

  private StudyFile study(StudyRow study) {
    return library.study(study.id).study();
  }

  /** An item's place on a sheet. */
  private record Place(ShownQuiz.ShownItem shown, int position, ShownQuiz.Half half) {}

  private static Answer answer(StudyRow study, DialogueRow dialogue, Marked sheet, Place place) {
    ShownQuiz.ShownItem shown = place.shown();
    Integer choice = sheet.choices()[place.position()];
    return new Answer(
        study.name,
        dialogue.id,
        dialogue.conceptId,
        dialogue.domain,
        dialogue.arm(),
        dialogue.seed,
        dialogue.lessonDraw,
        dialogue.optionOrder,
        dialogue.candidate,
        sheet.turn(),
        sheet.sample(),
        shown.item().id(),
        shown.item().level(),
        place.half() == null ? null : place.half().name().toLowerCase(Locale.ROOT),
        shown.order(),
        choice == null ? null : shown.order().get(choice),
        choice != null && choice == shown.key(),
        choice != null,
        status(dialogue),
        dialogue.turns);
  }

  /** How often answers at temperature 0 flipped, by student. */
  List<Retests.Flips> flips(StudyRow study) {
    if (study(study).retest() == 0) {
      return List.of();
    }
    Retests retests = new Retests();
    chunks(study.id, chunk -> addTo(retests, chunk));
    return retests.flips();
  }

  private static void addTo(Retests retests, List<DialogueRow> dialogues) {
    Map<String, List<Marked>> sheets = marked(dialogues);
    dialogues.forEach(
        dialogue -> retests.add(dialogue.student, sheets.getOrDefault(dialogue.id, List.of())));
  }

  private static Map<String, List<Marked>> marked(List<DialogueRow> dialogues) {
    return QuarkusTransaction.requiringNew().call(() -> markedOf(ids(dialogues))).stream()
        .collect(Collectors.groupingBy(Marked::dialogue));
  }

  /** How far a dialogue is, as results have it. */
  public static String status(DialogueRow dialogue) {
    return dialogue.stage.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> ids(List<DialogueRow> dialogues) {
    return dialogues.stream().map(dialogue -> dialogue.id).toList();
  }

  static List<Marked> markedOf(List<String> dialogues) {
    return StepRow.find(
            MARKED.formatted("s.dialogue in ?1") + " order by s.turn, s.part, s.sample", dialogues)
        .project(Marked.class)
        .list();
  }

  /** Those of a whole study, in no order, as they are read: in one go, for chunks take longer. */
  static Stream<Marked> markedOfStudy(String study) {
    return StepRow.find(MARKED.formatted("s.study = ?1"), study)
        .withHint(HibernateHints.HINT_FETCH_SIZE, CHUNK)
        .project(Marked.class)
        .stream();
  }

  /** Some dialogues as far as they are. */
  public List<Transcript> transcriptsOf(StudyRow study, List<DialogueRow> dialogues) {
    Transcripts texts = QuarkusTransaction.requiringNew().call(() -> Transcripts.of(dialogues));
    return dialogues.stream()
        .map(dialogue -> Transcript.of(study, dialogue, texts, telling(study, dialogue, texts)))
        .toList();
  }

  /** A fork has its questions from a dialogue of the study's first strategy, or asks by it. */
  private Telling telling(StudyRow study, DialogueRow dialogue, Transcripts texts) {
    return new Telling(
        dialogue.fork == null ? dialogue.strategy() : study(study).strategies().getFirst(),
        library.concept(dialogue.concept).concept(),
        texts.lessons().get(dialogue.id));
  }
}
