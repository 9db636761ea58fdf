package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.ByTurn;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.ClusterBootstrap;
import dev.interact.analysis.stats.TurnsToMatch;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many turns of asking it takes to match a lesson. */
record Matching(Basis basis) {
  private static final int DRAWS = 2_000;
  private static final String ID = Interaction.ID + "-turns-to-match";

  /** Of a pair and a domain. */
  private record Row(Pair pair, String domain, Sample sample, int last, TurnsToMatch turns) {}

  List<Block> blocks(List<Pair> pairs) {
    List<Row> rows = pairs.stream().flatMap(this::rows).toList();
    List<Block> blocks = new ArrayList<>();
    rows.stream()
        .filter(row -> row.domain() == null)
        .map(row -> new Text(basis.said(sentence(row))))
        .forEach(blocks::add);
    if (!rows.isEmpty()) {
      blocks.add(table(rows));
    }
    return blocks;
  }

  private Stream<Row> rows(Pair pair) {
    Stream<String> domains = basis.evidence().table().domains().stream();
    boolean several = basis.evidence().table().domains().size() > 1;
    return Stream.concat(Stream.of((String) null), several ? domains : Stream.empty())
        .flatMap(domain -> row(pair, domain));
  }

  private Stream<Row> row(Pair pair, String domain) {
    Evidence evidence = basis.evidence().of(new Slice(domain, null));
    ByTurn byTurn = ByTurn.of(evidence, pair.one().arm(), pair.other());
    Sample sample = byTurn.samples().getFirst();
    if (sample.concepts() == 0) {
      return Stream.empty();
    }
    ClusterBootstrap bootstrap =
        new ClusterBootstrap(sample.clusters(), DRAWS, basis.seed(), Basis.LEVEL);
    TurnsToMatch turns = TurnsToMatch.of(byTurn.contributions(), basis.margin() / 100, bootstrap);
    return Stream.of(new Row(pair, domain, sample, byTurn.samples().size() - 1, turns));
  }

  private String sentence(Row row) {
    String what =
        "With %s, %s %s".formatted(Numbers.concepts(row.sample()), arm(row), matches(row));
    return "%s %s; %s.".formatted(what, interval(row), claim(row)).replace(" ;", ";");
  }

  private String arm(Row row) {
    return basis.label(row.pair().one().arm());
  }

  private String matches(Row row) {
    String lesson = basis.label(row.pair().other());
    String margin = Sentences.margin(basis.margin()).substring(1);
    return row.turns().first() == TurnsToMatch.NEVER
        ? "never comes within %s of %s in %d turns".formatted(margin, lesson, row.last())
        : "first comes within %s of %s, or above it, after %s turns"
            .formatted(margin, lesson, row.turns().first());
  }

  private String interval(Row row) {
    return row.turns().low() == null ? "" : "(%s %s)".formatted(basis.interval(), ends(row));
  }

  private static String ends(Row row) {
    return row.turns().low() == null
        ? Wording.NONE
        : "%s to %s".formatted(turn(row.turns().low(), row), turn(row.turns().high(), row));
  }

  private static String turn(int turn, Row row) {
    return turn == TurnsToMatch.NEVER ? ">" + row.last() : String.valueOf(turn);
  }

  private static String claim(Row row) {
    Integer claimed = row.turns().claimed();
    if (claimed == null) {
      return "what may be claimed cannot be tested with this n";
    }
    return claimed == TurnsToMatch.NEVER
        ? "that it matches may not be claimed of any turn"
        : "that it matches may be claimed from turn %d on".formatted(claimed);
  }

  private Table table(List<Row> rows) {
    return new Table(
        ID,
        "Turns to match a static lesson, at a margin of "
            + Sentences.margin(basis.margin()).substring(1),
        List.of(
            new Column("dialogue", false),
            new Column("lesson", false),
            new Column("domain", false),
            new Column("n", true),
            new Column("first turn", true),
            new Column(basis.interval(), true),
            new Column("claimed from turn", true)),
        rows.stream().map(this::cells).toList(),
        List.of(
            "The first turn t with mean(dynamic(t) \u2212 static-lesson) at or above the negative margin; '>T' where there is none up to the last turn T. The interval is a percentile bootstrap over clusters.",
            "A turn is claimed where one-sided tests at 5 %, from the last turn backwards to the first that fails, all show non-inferiority; '-' where they cannot be made."));
  }

  private List<String> cells(Row row) {
    Integer claimed = row.turns().claimed();
    return List.of(
        arm(row),
        basis.label(row.pair().other()),
        row.domain() == null ? "all" : row.domain(),
        Numbers.units(row.sample()),
        turn(row.turns().first(), row),
        ends(row),
        claimed == null
            ? Wording.NONE
            : claimed == TurnsToMatch.NEVER ? "none" : String.valueOf(claimed));
  }
}
