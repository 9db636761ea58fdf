package dev.interact.orchestrator.submission;

import dev.interact.contracts.Hash;
import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.study.ConceptRow;
import dev.interact.orchestrator.study.Control;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Cell;
import dev.interact.study.Concept;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.file.SubmissionCheck;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes concepts and studies. Both are named by their content, so that sending twice is harmless.
 */
@Singleton
class Submissions {
  private final ModelRegistry registry;
  private final Presence presence;
  private final Library library;
  private final Accounts accounts;
  private final Clock clock = Clock.systemUTC();

  Submissions(ModelRegistry registry, Presence presence, Library library, Accounts accounts) {
    this.accounts = accounts;
    this.registry = registry;
    this.presence = presence;
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
  @Transactional
  boolean submit(Submission submission) {
    String id = submission.study() == null ? null : submission.id();
    if (id != null && StudyRow.findById(id) != null) {
      if (submission.study().budget() != null) {
        accounts.open(id, submission.study().budget());
      }
      StudyRow.apply(id, Control.SUBMIT);
      return false;
    }
    InvalidInput.throwIfAny(problems(submission));
    StudyRow study = new StudyRow(submission, Library.write(submission), clock.instant());
    study.persist();
    accounts.open(study.id, submission.study().budget());
    plan(study, submission);
    return true;
  }

  private void plan(StudyRow study, Submission submission) {
    List<Cell> cells = Matrix.cells(submission.study());
    long rank = DialogueRow.lastRank();
    List<DialogueRow> dialogues = new ArrayList<>();
    for (String hash : inRandomOrder(study.id, submission.concepts())) {
      Concept concept = library.concept(hash).concept();
      for (Cell cell : cells) {
        dialogues.add(new DialogueRow(study.id, concept, hash, cell, ++rank));
      }
    }
    DialogueRow.persist(dialogues);
  }

  /** A study that is cut short has all conditions of a random sample of its concepts. */
  private static List<String> inRandomOrder(String study, List<String> concepts) {
    List<String> order = new ArrayList<>(concepts);
    Collections.shuffle(order, new Random(Hash.longSeed(study, "order")));
    return order;
  }

  private List<Problem> problems(Submission submission) {
    List<Problem> problems = new ArrayList<>(SubmissionCheck.problems(submission));
    if (problems.isEmpty()) {
      problems.addAll(unknownConcepts(submission));
      problems.addAll(models(submission.study()));
    }
    return problems;
  }

  private static List<Problem> unknownConcepts(Submission submission) {
    Set<String> known = new HashSet<>(ConceptRow.known(submission.concepts()));
    return submission.concepts().stream()
        .filter(hash -> !known.contains(hash))
        .map(hash -> new Problem(null, 0, "concepts", "concept " + hash + " was not uploaded"))
        .toList();
  }

  /** What is wrong with the models that some cell uses. */
  private List<Problem> models(StudyFile study) {
    List<Cell> cells = Matrix.cells(study);
    return Stream.of(
            problems(cells, Cell::student, "students", Role.STUDENT),
            problems(cells, Cell::teacher, "teachers", Role.TEACHER),
            problems(cells, Cell::lessonAuthor, "lesson_authors", Role.TEACHER))
        .flatMap(found -> found)
        .toList();
  }

  private Stream<Problem> problems(
      List<Cell> cells, Function<Cell, String> alias, String field, Role role) {
    return cells.stream()
        .map(alias)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(name -> problem(name, field, role));
  }

  private Stream<Problem> problem(String alias, String field, Role role) {
    Optional<String> unknown =
        registry.find(alias).isEmpty() ? registry.problem(alias) : Optional.empty();
    return unknown
        .or(() -> unusable(alias, role))
        .map(why -> new Problem(null, 0, field, why))
        .stream();
  }

  /** Why no living worker of a role can call a model; empty if one can, or if none lives yet. */
  private Optional<String> unusable(String alias, Role role) {
    List<Heartbeat.OfWorker> workers =
        presence.living().stream().filter(worker -> worker.role() == role).toList();
    boolean usable = workers.stream().anyMatch(worker -> !worker.unusable().containsKey(alias));
    return usable
        ? Optional.empty()
        : workers.stream().map(worker -> worker.unusable().get(alias)).findFirst();
  }
}
