package dev.interact.orchestrator.live;

import dev.interact.analysis.table.Slice;
import dev.interact.orchestrator.projection.CurvePoint;
import dev.interact.orchestrator.projection.Curves;
import dev.interact.orchestrator.projection.LiveStudy;
import dev.interact.orchestrator.study.NotAStudy;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The learning curves of a study as far as its dialogues have finished, by the estimator of the
 * report: means over concepts with intervals robust to their clusters. What was asked lately is
 * answered from memory, up to date. Not to be asked within a transaction, for it may read the whole
 * study.
 */
@Singleton
public class StudyCurves {
  private final Views views;

  StudyCurves(Views views) {
    this.views = views;
  }

  /**
   * The curve of an arm on a part of the items.
   *
   * @param slice the domain or level
   * @param arm its id
   */
  public record Sliced(String slice, String arm, List<CurvePoint> curve) {}

  /**
   * The curves on all items, by the id of the arm; an arm of which no dialogue has finished has
   * none.
   *
   * @throws jakarta.ws.rs.NotFoundException if there is no such study
   * @throws NotAStudy if it is a preparation
   */
  public Map<String, List<CurvePoint>> byArm(String study) {
    return sliced(study, slice -> slice.equals(Slice.ALL) ? "" : null).stream()
        .collect(Collectors.toMap(Sliced::arm, Sliced::curve));
  }

  /** The curves of each arm in each domain; errors as of {@link #byArm}. */
  public List<Sliced> byDomain(String study) {
    return sliced(study, Slice::domain);
  }

  /** The curves of each arm on the items of each level; errors as of {@link #byArm}. */
  public List<Sliced> byLevel(String study) {
    return sliced(study, slice -> slice.level() == null ? null : slice.level().label());
  }

  private List<Sliced> sliced(String study, Function<Slice, String> label) {
    try {
      return views.ask(study, watch -> sliced((LiveStudy) watch.projection(), label)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static List<Sliced> sliced(LiveStudy study, Function<Slice, String> label) {
    Curves curves = study.curves();
    if (curves == null) {
      throw new NotAStudy(study.name());
    }
    return curves.all().stream()
        .filter(of -> label.apply(of.slice()) != null)
        .map(of -> new Sliced(label.apply(of.slice()), study.arm(of.arm()), curves.points(of)))
        .sorted(Comparator.comparing(Sliced::slice).thenComparing(Sliced::arm))
        .toList();
  }
}
