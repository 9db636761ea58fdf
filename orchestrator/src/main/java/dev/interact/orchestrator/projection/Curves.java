package dev.interact.orchestrator.projection;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.CountedQuiz;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.ItemKeys;
import dev.interact.analysis.table.Slice;
import dev.interact.analysis.table.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The learning curves of a study, with intervals, as far as its dialogues have finished; the same
 * as the report's. A curve is made anew only where a concept of it has changed since, and only of
 * these concepts the quizzes are counted again.
 */
public final class Curves {
  private final Evidence evidence;
  private final Map<Of, SliceCurve> curves = new HashMap<>();
  private final Set<Of> changed = new HashSet<>();

  /** Whose curve, on which part of the items. */
  public record Of(ArmKey arm, Slice slice) {}

  /**
   * Curves without points yet.
   *
   * @param turns of the study
   */
  public Curves(int turns, Units units) {
    this.evidence = Evidence.primary(new AnswerTable(turns, new ItemKeys(List.of())), units);
  }

  /** Counts the marks of a finished dialogue; to be done once for the items of a level and turn. */
  public void add(CountedQuiz quiz) {
    evidence.table().add(quiz);
    CountedQuiz.Dialogue who = quiz.dialogue();
    touch(who, Slice.ALL);
    touch(who, new Slice(who.domain(), null));
    if (quiz.level() != null) {
      touch(who, new Slice(null, quiz.level()));
    }
  }

  private void touch(CountedQuiz.Dialogue who, Slice slice) {
    Of of = new Of(who.arm(), slice);
    curves
        .computeIfAbsent(of, any -> new SliceCurve(evidence.of(slice), who.arm()))
        .touch(who.concept());
    changed.add(of);
  }

  /** Which curves have changed since this was asked last. */
  Set<Of> changed() {
    Set<Of> some = Set.copyOf(changed);
    changed.clear();
    return some;
  }

  /** All that have points. */
  public Set<Of> all() {
    return Set.copyOf(curves.keySet());
  }

  /** The points by turn; empty where no dialogue has finished. */
  public List<CurvePoint> points(Of of) {
    SliceCurve curve = curves.get(of);
    return curve == null ? List.of() : curve.points();
  }
}
