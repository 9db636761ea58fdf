package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.database.AnyOf;
import java.util.Collection;
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

  /** Lets the forks of finished dialogues start; how many there are. */
  static int letForksStart(Collection<String> donors) {
    return DialogueRow.update(
        "stage = PLANNED where holds(?1, donor) and stage = AWAITING_DONOR", AnyOf.of(donors));
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
}
