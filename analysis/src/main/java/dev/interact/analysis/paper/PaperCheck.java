package dev.interact.analysis.paper;

import dev.interact.analysis.association.FeatureModels;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The paper's claims beside a study's estimates. Verdicts follow the rules of {@link Expectation};
 * of other models, domains or turns than the paper's, and always of simulated models, only the
 * direction is said.
 */
public final class PaperCheck {
  private static final List<Column> CLAIM =
      List.of(
          new Column("claim", false),
          new Column("what the paper says", false),
          new Column("published", false),
          new Column("where", false));
  private static final List<Column> COMPARISON =
      List.of(
          new Column("claim", false),
          new Column("this study", false),
          new Column("published", false),
          new Column("estimate", true),
          new Column("95% CI", true),
          new Column("clusters", true),
          new Column("verdict", false));
  private static final String SECOND_HAND =
      "The published figures are second-hand: read from notes on the paper, not from the paper. They are accuracy points, averages over the four domains of text; how concepts were weighted is not known.";
  private static final String SIMULATED =
      "Simulated models took part: nothing here supports or contradicts the paper, and directions only show that the check works.";

  private final Claims claims = Claims.read();
  private final Source source;
  private final FeatureModels models;
  private final Comparability comparability;
  private final Map<Verdict, Integer> verdicts = new TreeMap<>();

  private PaperCheck(Source source, FeatureModels models) {
    this.source = source;
    this.models = models;
    this.comparability = new Comparability(source, claims);
  }

  /** The section of a study. */
  public static Section of(Source source) {
    return of(source, FeatureModels.of(source, null));
  }

  /**
   * The section of a study whose models of RQ5 are there already.
   *
   * @param models by words alone, as the claims are compared
   */
  public static Section of(Source source, FeatureModels models) {
    return new PaperCheck(source, models).section();
  }

  private Section section() {
    Block comparisons = comparisons();
    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(summary())));
    if (source.manifest().isSimulated()) {
      blocks.addFirst(new Block.Notice(SIMULATED));
    }
    blocks.add(comparisons);
    blocks.add(published());
    return new Section("paper-check", "The paper's claims beside this study", blocks);
  }

  private Block published() {
    return new Block.Table(
        "paper-claims",
        "What the paper says",
        CLAIM,
        claims.claims().stream()
            .map(claim -> List.of(claim.id(), claim.says(), PaperCheck.all(claim), claim.where()))
            .toList(),
        List.of(SECOND_HAND));
  }

  private Block comparisons() {
    Measures measures = new Measures(Run.of(source, models));
    return new Block.Table(
        "paper-comparisons",
        "The claims beside this study",
        COMPARISON,
        claims.claims().stream()
            .flatMap(claim -> rows(claim, measures.of(claim.measure())).stream())
            .toList(),
        Rules.notes(source.study().analysis().margin()));
  }

  private List<List<String>> rows(Claim claim, List<Measured> measured) {
    if (measured.isEmpty()) {
      String none = Wording.NONE;
      String verdict = counted(Verdict.NOT_TESTED).label();
      return List.of(List.of(claim.id(), none, none, none, none, none, verdict));
    }
    return measured.stream().map(one -> row(claim, one)).toList();
  }

  private List<String> row(Claim claim, Measured measured) {
    Estimate estimate = measured.estimate();
    return List.of(
        claim.id(),
        measured.what(),
        comparability.student(claim, measured).map(claim.published()::get).orElse(Wording.NONE),
        Wording.points(estimate.value()),
        Wording.points(estimate.interval()),
        Integer.toString(estimate.clusters()),
        verdict(claim, measured));
  }

  private String verdict(Claim claim, Measured measured) {
    double margin = claim.margin() == null ? source.study().analysis().margin() : claim.margin();
    String direction = claim.expects().direction(measured.estimate().value(), margin);
    String difference = comparability.difference(claim, measured).orElse(null);
    if (difference != null) {
      return "%s (%s); %s"
          .formatted(counted(Verdict.NOT_COMPARABLE).label(), difference, direction);
    }
    Verdict verdict = counted(claim.expects().judge(measured.estimate(), margin));
    return verdict == Verdict.NOT_COMPARABLE
        ? "%s; %s".formatted(verdict.label(), direction)
        : verdict.label();
  }

  private Verdict counted(Verdict verdict) {
    verdicts.merge(verdict, 1, Integer::sum);
    return verdict;
  }

  /** All figures of a claim. */
  private static String all(Claim claim) {
    return new TreeMap<>(claim.published())
        .entrySet().stream()
            .map(
                one ->
                    claim.isOfAll()
                        ? one.getValue()
                        : "%s: %s".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining("; "));
  }

  private String summary() {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdicts::containsKey)
            .map(verdict -> "%d %s".formatted(verdicts.get(verdict), verdict.label()))
            .collect(Collectors.joining(", "));
    return "Of %d claims of the paper, each beside every place of this study that it speaks of: %s."
        .formatted(claims.claims().size(), counts);
  }
}
