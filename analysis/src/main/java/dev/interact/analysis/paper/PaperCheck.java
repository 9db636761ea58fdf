package dev.interact.analysis.paper;

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
import java.util.stream.Stream;

/**
 * The paper's claims beside a study's estimates. Verdicts follow the rules of {@link Expectation};
 * of other models or data than the paper's, and always of simulated models, only the direction is
 * said.
 */
public final class PaperCheck {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("claim", false),
          new Column("published", false),
          new Column("this study", false),
          new Column("estimate", true),
          new Column("95% CI", true),
          new Column("clusters", true),
          new Column("verdict", false));
  private static final List<String> RULES =
      List.of(
          "The published figures are second-hand: read from notes on the paper, not from the paper. They are accuracy points, averages over the four domains of text; how concepts were weighted is not known.",
          "That something is above is supported where the whole 95% CI is above 0, and contradicted where the whole CI is below 0.",
          "That something matches is supported where the whole 95% CI is above the negative margin, and contradicted where the whole CI is below it.",
          "That two things are under a margin apart is supported where the 90% CI lies within it (two one-sided tests at 5%), and contradicted where the whole 95% CI lies outside.",
          "That there is no gain is contradicted where the whole 95% CI is above 0, and else supported where the whole CI is below the margin.",
          "Anything else, and whatever has fewer than 10 clusters, is not decidable with this n. Verdicts are one by one: p values are not adjusted over the claims.",
          "Not comparable are other models or domains than the paper's, and simulated models. The paper's concepts are not those of this study; a verdict is on what the claim says, not on its figure.",
          "Of authors and teachers, the first that the study names is taken as the weak one and the last as the strong one.",
          "A claim on RQ5 is about effects in this report's model, which is not the paper's; alignment by meaning is not measured.");

  private final Claims claims = Claims.read();
  private final Source source;
  private final Comparability comparability;
  private final Map<Verdict, Integer> verdicts = new TreeMap<>();

  private PaperCheck(Source source) {
    this.source = source;
    this.comparability = new Comparability(source, claims);
  }

  /** The section of a study. */
  public static Section of(Source source) {
    return new PaperCheck(source).section();
  }

  private Section section() {
    Measures measures = new Measures(Run.of(source));
    List<List<String>> rows = new ArrayList<>();
    claims.claims().forEach(claim -> rows.addAll(rows(claim, measures.of(claim.measure()))));
    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(summary(rows.size()))));
    if (comparability.isSimulated()) {
      blocks.add(
          new Block.Notice(
              "Simulated models took part: nothing here supports or contradicts the paper, and directions only show that the check works."));
    }
    blocks.add(table(rows));
    return new Section("paper-check", "The paper's claims beside this study", blocks);
  }

  private Block table(List<List<String>> rows) {
    Stream<String> margin =
        Stream.of(
            "The margin is %s points where the paper says none: the study's own."
                .formatted(Wording.figure(source.study().analysis().margin())));
    Stream<String> places =
        claims.claims().stream().map(claim -> "%s: %s.".formatted(claim.id(), claim.where()));
    return new Block.Table(
        "paper-claims",
        "Claims of the paper",
        COLUMNS,
        rows,
        Stream.of(RULES.stream(), margin, places).flatMap(notes -> notes).toList());
  }

  private List<List<String>> rows(Claim claim, List<Measured> measured) {
    if (measured.isEmpty()) {
      verdicts.merge(Verdict.NOT_TESTED, 1, Integer::sum);
      return List.of(
          List.of(
              name(claim),
              published(claim),
              Wording.NONE,
              Wording.NONE,
              Wording.NONE,
              Wording.NONE,
              Verdict.NOT_TESTED.label()));
    }
    return measured.stream().map(one -> row(claim, one)).toList();
  }

  private List<String> row(Claim claim, Measured measured) {
    Estimate estimate = measured.estimate();
    return List.of(
        name(claim),
        comparability.student(claim, measured).map(claim.published()::get).orElse(published(claim)),
        measured.what(),
        Wording.points(estimate.value()),
        Wording.points(estimate.interval()),
        Integer.toString(estimate.clusters()),
        verdict(claim, measured));
  }

  private String verdict(Claim claim, Measured measured) {
    double margin = claim.margin() == null ? source.study().analysis().margin() : claim.margin();
    String difference = comparability.difference(claim, measured).orElse(null);
    Verdict verdict =
        difference == null
            ? claim.expects().judge(measured.estimate(), margin)
            : Verdict.NOT_COMPARABLE;
    verdicts.merge(verdict, 1, Integer::sum);
    if (verdict != Verdict.NOT_COMPARABLE) {
      return verdict.label();
    }
    Boolean agrees = claim.expects().agrees(measured.estimate().value(), margin);
    String direction =
        agrees == null
            ? "the definition is not known"
            : agrees
                ? "the estimate is as the claim says"
                : "the estimate is not as the claim says";
    return Stream.of(
            verdict.label() + ": " + (difference == null ? direction : difference),
            difference == null ? null : direction)
        .filter(part -> part != null)
        .collect(Collectors.joining("; "));
  }

  private static String name(Claim claim) {
    return "%s: %s".formatted(claim.id(), claim.says());
  }

  /** All figures of a claim. */
  private static String published(Claim claim) {
    return new TreeMap<>(claim.published())
        .entrySet().stream()
            .map(
                one ->
                    claim.isOfAll()
                        ? one.getValue()
                        : "%s %s".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining("; "));
  }

  private String summary(int rows) {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdicts::containsKey)
            .map(verdict -> "%d %s".formatted(verdicts.get(verdict), verdict.label()))
            .collect(Collectors.joining(", "));
    return "%d claims of the paper make %d comparisons with this study: %s."
        .formatted(claims.claims().size(), rows, counts);
  }
}
