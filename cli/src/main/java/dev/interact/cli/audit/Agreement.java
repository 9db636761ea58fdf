package dev.interact.cli.audit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.cli.dataset.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What people say of the items of a data set.
 *
 * @param set {@code NAME@VERSION}
 * @param answered items that each auditor answered, in part at least
 * @param shares how many items said yes, by auditor and criterion
 * @param paper share of items that met all three in the paper's audit
 * @param pairs how far raters agree, the judge last
 * @param disagreements items on which raters differ
 */
@JsonNaming(SnakeCaseStrategy.class)
record Agreement(
    String set,
    Map<String, Integer> answered,
    List<Said> shares,
    double paper,
    List<Concordance> pairs,
    List<Disagreement> disagreements) {
  private static final double PAPER = 0.97;
  private static final String EVERYBODY = "all auditors";

  /**
   * A rater's share of yes.
   *
   * @param kept among items that are in the set
   * @param dropped among those that gates dropped
   */
  record Said(String auditor, Criterion criterion, Share kept, Share dropped) {}

  /**
   * An item on which raters differ.
   *
   * @param answers of each rater, as {@code yes no -}
   * @param comments of each that wrote one; the judge's is its reason
   */
  record Disagreement(
      String key,
      String question,
      boolean kept,
      Map<String, String> answers,
      Map<String, String> comments) {}

  /**
   * Compares raters.
   *
   * @param items of the set, by key
   * @param judge null where nobody judged
   */
  static Agreement of(String set, Map<String, AuditItem> items, List<Rater> auditors, Rater judge) {
    Map<String, Integer> answered = new LinkedHashMap<>();
    auditors.forEach(auditor -> answered.put(auditor.name(), auditor.answers().size()));
    List<Rater> raters =
        Stream.concat(auditors.stream(), Optional.ofNullable(judge).stream()).toList();
    return new Agreement(
        set, answered, shares(items, auditors), PAPER, pairs(raters), differing(items, raters));
  }

  private static List<Said> shares(Map<String, AuditItem> items, List<Rater> auditors) {
    List<Said> shares = new ArrayList<>();
    for (Rater auditor : auditors) {
      shares.addAll(said(auditor.name(), items, List.of(auditor)));
    }
    if (auditors.size() > 1) {
      shares.addAll(said(EVERYBODY, items, auditors));
    }
    return shares;
  }

  private static List<Said> said(String name, Map<String, AuditItem> items, List<Rater> raters) {
    Function<Criterion, Said> said =
        criterion ->
            new Said(
                name,
                criterion,
                share(items, raters, criterion, true),
                share(items, raters, criterion, false));
    return Stream.of(Criterion.values()).map(said).toList();
  }

  private static Share share(
      Map<String, AuditItem> items, List<Rater> raters, Criterion criterion, boolean kept) {
    Share.Count count = new Share.Count();
    items.forEach(
        (key, item) -> {
          if (item.kept() == kept) {
            List<Boolean> given =
                raters.stream().flatMap(rater -> rater.answer(key, criterion).stream()).toList();
            long yes = given.stream().filter(Boolean::booleanValue).count();
            count.add(item.concept().unit(), yes, given.size());
          }
        });
    return count.share();
  }

  private static List<Concordance> pairs(List<Rater> raters) {
    List<Concordance> pairs = new ArrayList<>();
    for (int one = 0; one < raters.size(); one++) {
      for (int other = one + 1; other < raters.size(); other++) {
        for (Criterion criterion : Criterion.values()) {
          pairs.add(Concordance.of(raters.get(one), raters.get(other), criterion));
        }
      }
    }
    return pairs;
  }

  private static List<Disagreement> differing(Map<String, AuditItem> items, List<Rater> raters) {
    return items.values().stream()
        .filter(item -> differ(item.key(), raters))
        .map(item -> disagreement(item, raters))
        .toList();
  }

  private static boolean differ(String key, List<Rater> raters) {
    return Criterion.asked().stream()
        .anyMatch(
            criterion ->
                raters.stream()
                        .flatMap(rater -> rater.answer(key, criterion).stream())
                        .distinct()
                        .count()
                    > 1);
  }

  private static Disagreement disagreement(AuditItem item, List<Rater> raters) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, String> comments = new LinkedHashMap<>();
    for (Rater rater : raters) {
      Answers given = rater.answers().get(item.key());
      if (given != null) {
        answers.put(rater.name(), given.words());
        if (!given.comment().isEmpty()) {
          comments.put(rater.name(), given.comment());
        }
      }
    }
    return new Disagreement(item.key(), item.item().question(), item.kept(), answers, comments);
  }
}
