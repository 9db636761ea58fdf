package dev.interact.cli.audit;

import dev.interact.cli.dataset.SetConcept;
import dev.interact.contracts.Hash;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.GateFigures;
import dev.interact.study.Concept.QuizItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An item that came to the gates, as people judge it.
 *
 * @param key set version, concept, and a hash of the item's text, which does not tell whether it
 *     was kept
 * @param kept whether it is in the set; else a gate dropped it
 */
record AuditItem(String key, SetConcept concept, QuizItem item, boolean kept) {
  private static final int HASH_DIGITS = 12;

  /**
   * All items of a set that may be drawn: those in it, and those that gates dropped of its
   * concepts. An item that was written twice is one; it is a kept one where it was kept once.
   */
  static Map<String, AuditItem> of(DataSet set) {
    String version = set.manifest().version();
    Map<String, SetConcept> concepts = new HashMap<>();
    Map<String, AuditItem> items = new LinkedHashMap<>();
    SetConcept.forEach(
        set,
        concept -> {
          concepts.put(concept.id(), concept);
          concept.quiz().forEach(item -> add(items, version, concept, item, true));
        });
    SetConcept.forEachDropped(
        set,
        dropped -> {
          SetConcept concept = concepts.get(dropped.concept());
          if (concept != null && dropped.item() != null && GateFigures.dropped(dropped.item())) {
            add(items, version, concept, dropped.item(), false);
          }
        });
    return items;
  }

  private static void add(
      Map<String, AuditItem> items,
      String version,
      SetConcept concept,
      QuizItem item,
      boolean kept) {
    String hash = Hash.id("audit-item", item.question(), item.options().toString(), item.answer());
    String key = version + "/" + concept.id() + "/" + hash.substring(0, HASH_DIGITS);
    items.putIfAbsent(key, new AuditItem(key, concept, item, kept));
  }

  /** What the judge said of it; empty where it was not asked, or gave no verdict. */
  Optional<Answers> judged() {
    return GateFigures.judge(item)
        .filter(judge -> judge.comprehension() != null)
        .map(
            judge ->
                new Answers(
                    Map.of(
                        Criterion.COMPREHENSION, judge.comprehension(),
                        Criterion.ANSWERABLE, judge.answerable(),
                        Criterion.SELF_CONTAINED, judge.selfContained()),
                    Optional.ofNullable(judge.reason()).orElse("")));
  }
}
