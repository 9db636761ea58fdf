package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.database.AnyOf;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which dialogues start next: for the first time, as forks of one that is over, or again. */
final class Agenda {
  private Agenda() {}

  /** Lets those forks of a study's dialogues start whose donors have finished. */
  static void letForksStart(String study, Collection<String> concepts) {
    DialogueRow.update(
        """
        stage = PLANNED where study = ?1 and holds(?2, concept) and stage = AWAITING_DONOR
          and donor in (select d.id from DialogueRow d where d.study = ?1 and d.stage = FINISHED)
        """,
        study,
        AnyOf.of(concepts));
  }

  /** Lets the forks of a finished dialogue start. */
  static void letForksStart(Collection<String> donors) {
    DialogueRow.update(
        "stage = PLANNED where holds(?1, donor) and stage = AWAITING_DONOR", AnyOf.of(donors));
  }

  /** The forks of some dialogues that wait for them. */
  static List<DialogueRow> forksAwaiting(Collection<String> donors) {
    return donors.isEmpty()
        ? List.of()
        : DialogueRow.list(
            "holds(?1, donor) and stage = ?2", AnyOf.of(donors), DialogueRow.Stage.AWAITING_DONOR);
  }

  /** Concepts that a dialogue of a study failed on and whose hashes come after another, by hash. */
  static List<String> failedConceptsOf(String study, String after, int limit) {
    return DialogueRow.find(
            """
            select distinct d.concept from DialogueRow d
            where d.study = ?1 and d.stage = FAILED and d.concept > ?2 order by d.concept
            """,
            study,
            after)
        .project(String.class)
        .page(0, limit)
        .list();
  }

  /** The dialogues of a study that failed on some concepts. */
  static List<DialogueRow> failedOf(String study, Collection<String> concepts) {
    return DialogueRow.list(
        "study = ?1 and stage = ?2 and holds(?3, concept)",
        study,
        DialogueRow.Stage.FAILED,
        AnyOf.of(concepts));
  }

  /** The running studies that have dialogues to start. */
  static List<String> studiesToStart() {
    return DialogueRow.find(
            """
            select y.id from StudyRow y
            where y.state = RUNNING
              and exists (from DialogueRow d where d.study = y.id and d.stage = PLANNED)
            """)
        .project(String.class)
        .list();
  }

  /** The next dialogues to start in some studies. */
  static List<DialogueRow> toStart(Collection<String> studies, int limit) {
    return studies.stream()
        .flatMap(study -> toStart(study, limit).stream())
        .sorted(Comparator.comparingLong(dialogue -> dialogue.rank))
        .limit(limit)
        .toList();
  }

  private static List<DialogueRow> toStart(String study, int limit) {
    return DialogueRow.find(
            "from DialogueRow d where d.study = ?1 and d.stage = PLANNED order by d.rank", study)
        .<DialogueRow>page(0, limit)
        .list();
  }
}
