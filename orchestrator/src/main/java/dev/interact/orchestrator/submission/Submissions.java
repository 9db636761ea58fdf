package dev.interact.orchestrator.submission;

import dev.interact.contracts.Hash;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.presence.ModelCheck;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.seat.SeatRow;
import dev.interact.orchestrator.study.ConceptRow;
import dev.interact.orchestrator.study.Control;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Writer;
import dev.interact.study.Budget;
import dev.interact.study.Cell;
import dev.interact.study.Concept;
import dev.interact.study.Matrix;
import dev.interact.study.Submission;
import dev.interact.study.file.SubmissionCheck;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Takes concepts and studies. Both are named by their content, so that sending twice is harmless.
 */
@Singleton
public class Submissions {
  private final ModelCheck models;
  private final Library library;
  private final Accounts accounts;
  private final Writer writer;
  private final Lifecycle lifecycle;
  private final Chronicle chronicle;
  private final Clock clock = Clock.systemUTC();

  Submissions(
      ModelCheck models,
      Library library,
      Accounts accounts,
      Writer writer,
      Lifecycle lifecycle,
      Chronicle chronicle) {
    this.accounts = accounts;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.writer = writer;
    this.models = models;
    this.library = library;
  }

  @Transactional
  void store(List<Concept> concepts) {
    Set<String> seen = new LinkedHashSet<>();
    for (Concept concept : concepts) {
      String hash = concept.hash();
      if (seen.add(hash)) {
        ConceptRow.store(hash, concept.id(), concept.domain(), Library.write(concept));
      }
    }
  }

  /**
   * Stores a study and plans its dialogues; one that is known goes on if it was paused, and stays
   * cancelled if it was cancelled.
   *
   * @return whether it is new
   * @throws InvalidInput if it cannot be run
   */
  boolean submit(Submission submission) {
    String id = submission.study() == null ? null : submission.id();
    if (id != null && StudyRow.count("id", id) > 0) {
      goOn(id, submission.study().budget());
      return false;
    }
    check(submission);
    InvalidInput.throwIfAny(models.unusable(submission.study()));
    List<DialogueRow> dialogues = dialogues(id, submission);
    QuarkusTransaction.requiringNew().run(() -> add(submission, dialogues));
    return true;
  }

  /** A budget that is absent changes no cap. */
  private void goOn(String id, Budget budget) {
    writer.exclusively(
        () -> {
          if (budget != null) {
            accounts.cap(id, budget);
          }
          lifecycle.apply(id, Control.SUBMIT);
          return null;
        });
  }

  private void add(Submission submission, List<DialogueRow> dialogues) {
    StudyRow study = new StudyRow(submission, Library.write(submission), clock.instant());
    study.persist();
    long calls = dialogues.stream().mapToLong(dialogue -> dialogue.plannedCalls).sum();
    chronicle.tell(study.planned(dialogues.size(), calls));
    accounts.cap(study.id, submission.study().budget());
    long rank = DialogueRow.lastRank();
    for (DialogueRow dialogue : dialogues) {
      dialogue.rank = ++rank;
    }
    DialogueRow.persist(dialogues);
    SeatRow.setUp(dialogues);
  }

  private List<DialogueRow> dialogues(String study, Submission submission) {
    List<Cell> cells = Matrix.cells(submission.study());
    List<DialogueRow> dialogues = new ArrayList<>();
    List<String> hashes = inRandomOrder(study, submission.concepts());
    Iterator<Library.Shelf> shelves = library.concepts(hashes).iterator();
    for (String hash : hashes) {
      Concept concept = shelves.next().concept();
      dialogues.addAll(DialogueRow.planned(study, submission.study(), concept, hash, cells));
    }
    return dialogues;
  }

  /** A study that is cut short has all conditions of a random sample of its concepts. */
  private static List<String> inRandomOrder(String study, List<String> concepts) {
    List<String> order = new ArrayList<>(concepts);
    Collections.shuffle(order, new Random(Hash.longSeed(study, "order")));
    return order;
  }

  /**
   * Checks a study but for whether its models can be called now.
   *
   * @throws InvalidInput if it can never be run as it is
   */
  public void check(Submission submission) {
    List<Problem> problems = new ArrayList<>(SubmissionCheck.problems(submission));
    if (problems.isEmpty()) {
      problems.addAll(ConceptRow.missing(submission.concepts()));
      problems.addAll(models.unknown(submission.study()));
    }
    InvalidInput.throwIfAny(problems);
    InvalidInput.throwIfAny(withoutQuiz(submission));
  }

  private List<Problem> withoutQuiz(Submission submission) {
    return library
        .concepts(submission.concepts())
        .map(Library.Shelf::concept)
        .filter(concept -> concept.quiz().isEmpty())
        .map(
            concept ->
                new Problem(
                    null,
                    0,
                    "concepts",
                    "concept '%s' has no quiz; a preparation makes one".formatted(concept.id())))
        .toList();
  }
}
