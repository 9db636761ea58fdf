package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.ItemFlips;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.table.Slice;
import dev.interact.study.analysis.Place;
import dev.interact.study.input.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two places of one study or of two, over the same concepts. */
public final class Comparison {
  private static final String ID = "comparison";

  private final Studies studies;
  private final Place one;
  private final Place other;

  /** A place of a study. */
  public record Side(Source source, Place place) {}

  private Comparison(Studies studies, Place one, Place other) {
    this.studies = studies;
    this.one = one;
    this.other = other;
  }

  /**
   * Compares: accuracy at one place less that at the other. The margin, and the clusters and
   * weights of concepts, are those of the first study.
   *
   * @param seed of what is drawn at random
   * @throws InvalidInput if nothing fits a place, if what fits is the same model calls, or if no
   *     concept is in both; the message says what there is
   */
  public static Report of(Side one, Side other, long seed) {
    Studies studies = Studies.of(one.source(), other.source(), seed);
    return new Comparison(studies, one.place(), other.place()).report();
  }

  private Report report() {
    List<Pair> pairs = new Meeting(studies, one, other).pairs();
    List<Difference> found = compared(pairs);
    if (found.isEmpty()) {
      throw InvalidInput.of(
          null,
          "%s and %s have no concept in common; name places that were quizzed on the same concepts"
              .formatted(PlaceText.of(one), PlaceText.of(other)));
    }
    Cautions cautions = studies.cautions();
    ContrastBlocks blocks = new ContrastBlocks(studies.phrasing(), cautions, true);
    List<String> sentences = blocks.sentences(found);
    List<Block> all = new ArrayList<>();
    sentences.forEach(sentence -> all.add(new Text(sentence)));
    all.add(blocks.forest(ID, "Differences", found));
    all.add(blocks.table(ID, "Differences", found));
    domains(pairs).ifPresent(all::add);
    notices(pairs, found).forEach(notice -> all.add(new Notice(notice)));
    String title = "%s compared with %s".formatted(PlaceText.of(one), PlaceText.of(other));
    return studies.report(title, sentences, List.of(new Section(ID, title, all)));
  }

  private List<Difference> compared(List<Pair> pairs) {
    List<ItemFlips> flips =
        pairs.stream()
            .map(pair -> new ItemFlips(studies.side(pair), studies.otherSide(pair)))
            .toList();
    studies.one().source().answers(row -> flips.forEach(flip -> flip.addToOne(row)));
    studies.other().source().answers(row -> flips.forEach(flip -> flip.addToOther(row)));
    List<Difference> found = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      ItemFlips counted = flips.get(i);
      studies
          .difference(pairs.get(i), Slice.ALL)
          .map(difference -> difference.with(counted.flips()))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Empty where there is but one domain. */
  private Optional<Table> domains(List<Pair> pairs) {
    TreeSet<String> domains = new TreeSet<>(studies.one().evidence().table().domains());
    domains.retainAll(studies.other().evidence().table().domains());
    if (domains.size() < 2) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      for (String domain : domains) {
        studies
            .difference(pair, new Slice(domain, null))
            .ifPresent(found -> rows.add(cells(domain, found)));
      }
    }
    return Optional.of(
        new Table(
            ID + "-by-domain",
            "Differences by domain",
            List.of(
                new Column("contrast", false),
                new Column("domain", false),
                new Column("n", true),
                new Column(
                    "difference, points [%s]".formatted(studies.phrasing().interval()), true),
                new Column("p", true)),
            rows,
            List.of("Without an interval there are fewer than 10 clusters.")));
  }

  private static List<String> cells(String domain, Difference found) {
    return List.of(
        found.label(),
        domain,
        Numbers.units(found.sample()),
        Numbers.estimate(found.estimate()),
        Wording.p(found.test().twoSided()));
  }

  private List<String> notices(List<Pair> pairs, List<Difference> found) {
    Stream<String> unpaired =
        found.stream()
            .filter(difference -> difference.unpaired() > 0)
            .map(
                difference ->
                    "Concepts without a pair, which are left out of %s: %d."
                        .formatted(difference.label(), difference.unpaired()));
    Stream<String> axes = pairs.size() > 1 ? Stream.empty() : axes(pairs.getFirst()).stream();
    return Stream.of(
            axes, unpaired, studies.notices().stream(), studies.cautions().on(pairs).stream())
        .flatMap(notices -> notices)
        .toList();
  }

  private static List<String> axes(Pair pair) {
    List<Axis> axes =
        Axis.between(pair.one().arm(), pair.other().arm()).stream()
            .filter(axis -> !axis.isAgreed(pair.one().arm(), pair.other().arm()))
            .toList();
    return axes.size() < 2
        ? List.of()
        : List.of(
            "The two differ in %s: the difference cannot be put down to one of these."
                .formatted(axes.stream().map(Axis::words).collect(Collectors.joining(", "))));
  }
}
