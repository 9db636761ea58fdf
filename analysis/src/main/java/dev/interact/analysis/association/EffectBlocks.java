package dev.interact.analysis.association;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A model as a table, a picture and sentences; of too few clusters, why there are none. */
record EffectBlocks(Asked asked, FeatureModel model) {
  private static final double ALPHA = 0.05;
  private static final double HIGH_VIF = 5;
  private static final String UNIT = "accuracy points for each item that was wrong";
  private static final List<Column> COLUMNS =
      List.of(
          new Column("feature", false),
          new Column("per", false),
          new Column("points", true),
          new Column("95% CI", true),
          new Column("p", true),
          new Column("adjusted p", true),
          new Column("VIF", true),
          new Column("rows", true),
          new Column("clusters", true));
  private static final String SD =
      "SD: the standard deviation of the feature within the groups that are compared.";
  private static final String HOLM = "adjusted p: by Holm over the features of this table.";
  private static final String VIF =
      "VIF: variance inflation, within the groups that are compared and beside the turn; above 5 a feature is hard to tell from its neighbours.";
  private static final String TYPE =
      "question's type: by the words that it begins with, against the most frequent type; types in fewer than 10 clusters are counted with the others.";
  private static final String DRAWN =
      "Compared are the same items after different questions drawn from one prefix, which is the same dialogue up to that turn; rows where the candidates overlap alike are left out. That one question teaches more than another is therefore caused by the question; that it is its overlap, and nothing that comes with it, is not shown by this.";

  private static final String FEW =
      "%s: effects are not shown. The rows are of %s, and below %d a model has neither intervals nor tests, so that nothing tells its coefficients from chance.";

  List<Block> blocks() {
    return model.clusters() < Estimate.FEWEST_CLUSTERS
        ? List.of(new Block.Notice(few()))
        : effects();
  }

  private String few() {
    String clusters =
        model.clusters() == 1 ? "1 cluster" : "%d clusters".formatted(model.clusters());
    return FEW.formatted(asked.caption(), clusters, Estimate.FEWEST_CLUSTERS);
  }

  private List<Block> effects() {
    List<Block> blocks = new ArrayList<>(List.of(table()));
    List<Block.Forest.Row> rows = rows();
    if (!rows.isEmpty()) {
      blocks.add(new Block.Forest(asked.id() + "-effects", asked.caption(), UNIT, null, rows));
    }
    model.effects().forEach(effect -> blocks.add(new Block.Text(sentence(effect))));
    return blocks;
  }

  private Block table() {
    return new Block.Table(
        asked.id(),
        asked.caption(),
        COLUMNS,
        model.effects().stream().map(this::cells).toList(),
        notes());
  }

  private List<String> cells(Effect effect) {
    boolean isNone = effect.estimate() == null;
    return List.of(
        effect.name(),
        effect.per(),
        isNone ? Wording.NONE : Wording.points(effect.estimate().value()),
        isNone ? Wording.NONE : Wording.points(effect.estimate().interval()),
        Wording.p(effect.p()),
        Wording.p(effect.adjusted()),
        Wording.factor(effect.vif()),
        Integer.toString(model.rows()),
        Integer.toString(model.clusters()));
  }

  private List<String> notes() {
    Stream<String> definitions =
        model.effects().stream()
            .map(Effect::feature)
            .filter(Objects::nonNull)
            .map(Feature::definition);
    boolean hasTypes = model.effects().stream().anyMatch(effect -> effect.feature() == null);
    return Stream.of(
            definitions,
            hasTypes ? Stream.of(TYPE) : Stream.<String>of(),
            Stream.of(SD, HOLM, VIF),
            asked.isRandomised() ? Stream.of(DRAWN) : Stream.<String>of())
        .flatMap(notes -> notes)
        .toList();
  }

  private List<Block.Forest.Row> rows() {
    return model.effects().stream()
        .filter(effect -> effect.estimate() != null)
        .map(this::row)
        .toList();
  }

  private Block.Forest.Row row(Effect effect) {
    Interval interval = effect.estimate().interval();
    return new Block.Forest.Row(
        "%s, %s".formatted(effect.name(), effect.per()),
        effect.estimate().value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        effect.estimate().clusters(),
        false);
  }

  private String sentence(Effect effect) {
    String subject = "%s%s".formatted(capital(effect.name()), per(effect));
    if (effect.estimate() == null) {
      return "%s: nothing can be said, for it does not vary where it could be compared, or other features determine it."
          .formatted(subject);
    }
    String verb = asked.isRandomised() ? "makes a difference of" : "goes with a difference of";
    String found =
        "%s %s %s in how often an item that was wrong is right after the turn"
            .formatted(subject, verb, Wording.points(effect.estimate()));
    return found + strength(effect) + tangled(effect);
  }

  private static String per(Effect effect) {
    return effect.isScaled()
        ? ", one %s more,".formatted(effect.per())
        : ", %s,".formatted(effect.per());
  }

  private String strength(Effect effect) {
    if (effect.adjusted() == null) {
      return "; how sure that is, cannot be said.";
    }
    String p = Wording.p(effect.adjusted());
    boolean isShown = effect.adjusted() <= ALPHA;
    return isShown
        ? "; adjusted p %s.".formatted(p)
        : "; adjusted p %s, so that no %s is shown."
            .formatted(p, asked.isRandomised() ? "effect" : "association");
  }

  private static String tangled(Effect effect) {
    return effect.vif() > HIGH_VIF
        ? " Its VIF of %s says that it can hardly be told from other features of the table."
            .formatted(Wording.factor(effect.vif()))
        : "";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
