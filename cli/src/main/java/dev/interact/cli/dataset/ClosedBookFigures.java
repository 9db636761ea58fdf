package dev.interact.cli.dataset;

import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.preparation.result.Prepared.Score;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SetManifest.LeftOut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a filter model was right without the context.
 *
 * @param before of all items that came to the gate
 * @param kept of those in the set, on the draws that they were selected by
 * @param fresh of the same on fresh draws
 * @param unread answers of each kind in which no option could be read; they count as wrong
 */
record ClosedBookFigures(String model, Share before, Share kept, Share fresh, Unread unread) {

  record Unread(long before, long kept, long fresh) {}

  private static final class Counts {
    private final Share.Count before = new Share.Count();
    private final Share.Count kept = new Share.Count();
    private final Share.Count fresh = new Share.Count();

    void add(String cluster, Exam exam) {
      add(before, cluster, exam.before());
      add(kept, cluster, exam.kept());
      add(fresh, cluster, exam.fresh());
    }

    private static void add(Share.Count count, String cluster, Score score) {
      count.add(cluster, score.right(), score.answers());
    }
  }

  /** Those of a set, by filter model; reads its concepts line by line. */
  static List<ClosedBookFigures> of(DataSet set) {
    Map<String, Counts> counts = new LinkedHashMap<>();
    set.manifest().closedBook().forEach(exam -> counts.put(exam.model(), new Counts()));
    SetConcept.forEach(
        set,
        concept ->
            concept.prepared().closedBook().forEach(exam -> add(counts, concept.unit(), exam)));
    for (LeftOut one : set.manifest().leftOut()) {
      one.closedBook().forEach(exam -> add(counts, SetConcept.alone(one.concept()), exam));
    }
    return set.manifest().closedBook().stream()
        .map(exam -> of(exam, counts.get(exam.model())))
        .toList();
  }

  private static void add(Map<String, Counts> counts, String cluster, Exam exam) {
    counts.computeIfAbsent(exam.model(), model -> new Counts()).add(cluster, exam);
  }

  private static ClosedBookFigures of(Exam all, Counts counts) {
    return new ClosedBookFigures(
        all.model(),
        counts.before.share(),
        counts.kept.share(),
        counts.fresh.share(),
        new Unread(all.before().unread(), all.kept().unread(), all.fresh().unread()));
  }
}
