package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The concepts of a study that have finished dialogues.
 *
 * @param concepts sorted by id
 */
record Spread(List<OfConcept> concepts) {

  /** How many dialogues on a concept are finished. */
  record OfConcept(String concept, Long dialogues) {}

  /** Those of a study. To be called within a transaction. */
  static Spread of(String study) {
    return new Spread(
        DialogueRow.find(
                """
                select d.conceptId, count(d) from DialogueRow d where d.study = ?1 and d.stage = ?2
                group by d.conceptId order by d.conceptId
                """,
                study,
                Stage.FINISHED)
            .project(OfConcept.class)
            .list());
  }

  /** Concepts at even distances, as many as have about so many dialogues together; at least one. */
  List<String> over(int dialogues) {
    long all = concepts.stream().mapToLong(OfConcept::dialogues).sum();
    long taken =
        all <= dialogues ? concepts.size() : Math.max(1, concepts.size() * dialogues / all);
    return LongStream.range(0, taken)
        .mapToObj(i -> concepts.get((int) (i * concepts.size() / taken)).concept())
        .toList();
  }
}
