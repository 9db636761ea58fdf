package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.Identity;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.stats.Holm;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.study.analysis.Contrast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the study set out to show, a family of hypotheses for each question. */
final class PrimaryContrasts implements Chapter {
  private static final String ID = "primary";

  /** Most contrasts of which each has a sentence in the headline. */
  private static final int MOST_SENTENCES = 8;

  private final Basis basis;
  private final Cautions cautions;

  /** By question, in the order of the study file. */
  private final Map<String, List<Hypothesis>> families = new LinkedHashMap<>();

  private final List<String> untested = new ArrayList<>();

  PrimaryContrasts(Basis basis, Cautions cautions) {
    this.basis = basis;
    this.cautions = cautions;
    basis.source().study().analysis().contrasts().forEach(this::resolve);
  }

  private void resolve(Contrast contrast) {
    AnswerTable table = basis.evidence().table();
    List<Pair> pairs = Places.pairs(table, contrast.one(), contrast.other());
    if (pairs.isEmpty()) {
      untested.add(
          "%s: the results have no arms of '%s' and '%s' that agree in all that the contrast does not name, so that it is not tested."
              .formatted(
                  contrast.question(),
                  PlaceText.of(contrast.one()),
                  PlaceText.of(contrast.other())));
    }
    for (Pair pair : pairs) {
      Identity.of(table, pair.one(), pair.other())
          .ifPresentOrElse(
              same -> untested.add("%s: %s".formatted(contrast.question(), same)),
              () -> add(new Hypothesis(contrast.question(), contrast.test(), pair)));
    }
  }

  private void add(Hypothesis hypothesis) {
    List<Hypothesis> family =
        families.computeIfAbsent(hypothesis.question(), question -> new ArrayList<>());
    if (!family.contains(hypothesis)) {
      family.add(hypothesis);
    }
  }

  @Override
  public List<Pair> pairs() {
    return families.values().stream()
        .flatMap(List::stream)
        .map(Hypothesis::pair)
        .distinct()
        .toList();
  }

  /** The hypotheses of all families, with p adjusted within each. */
  private List<Tested> tested(Differences differences) {
    return families.values().stream()
        .flatMap(family -> tested(family, differences).stream())
        .toList();
  }

  /** What no concept has both sides of counts in its family as what cannot be tested. */
  private List<Tested> tested(List<Hypothesis> family, Differences differences) {
    double[] p = family.stream().mapToDouble(one -> p(one, differences)).toArray();
    double[] adjusted = Holm.adjusted(p);
    List<Tested> tested = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Difference found = differences.of(family.get(i).pair());
      if (found != null) {
        tested.add(new Tested(family.get(i), found, p[i], adjusted[i], basis.margin()));
      }
    }
    return tested;
  }

  private double p(Hypothesis one, Differences differences) {
    Difference found = differences.of(one.pair());
    return found == null ? 1 : one.p(found, basis.margin());
  }

  @Override
  public Section section(Differences differences) {
    List<Block> blocks = new ArrayList<>();
    List<Tested> tested = tested(differences);
    if (families.isEmpty() && untested.isEmpty()) {
      blocks.add(
          new Text(
              "The study file names no primary contrasts (analysis.contrasts), so that everything in this report is exploratory: it may suggest what is to be tested, and tests nothing."));
    }
    if (!tested.isEmpty()) {
      blocks.add(
          new Text(
              "What the study file set out to show before the first call. The contrasts of one question are one family, in which p is adjusted by Holm's method at 5 %; everything else in this report is exploratory."));
      tested.forEach(one -> blocks.add(new Text(basis.said(one.sentence()))));
      blocks.add(forest(tested));
      blocks.add(table(tested));
    }
    notices(differences).forEach(notice -> blocks.add(new Notice(notice)));
    return new Section(ID, "Primary contrasts", blocks);
  }

  private Stream<String> notices(Differences differences) {
    Stream<String> unpaired =
        pairs().stream()
            .filter(pair -> differences.of(pair) == null)
            .map(pair -> "%s is not tested: no concept has both.".formatted(pair.label(basis)));
    return Stream.of(untested.stream(), unpaired, cautions.on(pairs()).stream())
        .flatMap(notices -> notices);
  }

  private Forest forest(List<Tested> tested) {
    return new Forest(
        ID + "-forest",
        "Primary contrasts",
        "difference in accuracy points, " + basis.interval(),
        tested.stream().anyMatch(one -> one.hypothesis().test() != Contrast.Test.DIFFERENCE)
            ? basis.margin()
            : null,
        tested.stream().map(Tested::difference).map(ContrastBlocks::row).distinct().toList());
  }

  private Table table(List<Tested> tested) {
    return new Table(
        ID + "-table",
        "Primary contrasts, each question a family",
        List.of(
            new Column("question", false),
            new Column("contrast", false),
            new Column("to be shown", false),
            new Column("n", true),
            new Column("difference, points [%s]".formatted(basis.interval()), true),
            new Column("p", true),
            new Column("p, Holm", true),
            new Column("verdict", false)),
        tested.stream().map(one -> one.cells(basis.isInterim())).toList(),
        List.of(
            "Differences are tested by sign flips of concepts or clusters, equivalence and non-inferiority by one-sided t tests at the margin of %s. What cannot be tested counts in its family with p = 1."
                .formatted(Sentences.margin(basis.margin()))));
  }

  @Override
  public List<String> headline(Differences differences) {
    List<Tested> tested = tested(differences);
    if (tested.size() > MOST_SENTENCES) {
      long shown = tested.stream().filter(Tested::isShown).count();
      return List.of(
          basis.said(
              "Of %d primary contrasts %d are shown, after Holm's adjustment within each question."
                  .formatted(tested.size(), shown)));
    }
    return tested.stream()
        .map(one -> basis.said("%s: %s".formatted(one.hypothesis().question(), one.sentence())))
        .toList();
  }

  /** Whether it has a family for a question, named as in the study file. */
  boolean isAbout(String question) {
    return families.containsKey(question);
  }
}
