package dev.interact.cli.audit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.interact.contracts.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws items for an audit: of each domain as many as its share, and some that gates dropped. Which
 * comes first is a hash of (seed, key), so that a draw is the same on any machine.
 *
 * @param number of items
 * @param dropped share of them, from 0 to 1, that gates dropped
 */
record AuditDraw(int number, double dropped, long seed) {

  /** The items in an order that does not tell which are kept; fewer where there are fewer. */
  List<AuditItem> of(Collection<AuditItem> items) {
    List<AuditItem> kept = items.stream().filter(AuditItem::kept).toList();
    List<AuditItem> others = items.stream().filter(item -> !item.kept()).toList();
    int wanted = (int) Math.min(others.size(), Math.round(number * dropped));
    List<AuditItem> drawn = new ArrayList<>(stratified(others, wanted));
    drawn.addAll(stratified(kept, Math.min(kept.size(), number - wanted)));
    drawn.sort(by("audit-order"));
    return drawn;
  }

  private List<AuditItem> stratified(List<AuditItem> items, int wanted) {
    Map<String, List<AuditItem>> domains =
        items.stream()
            .collect(
                groupingBy(AuditDraw::domain, TreeMap::new, java.util.stream.Collectors.toList()));
    Map<String, Integer> quotas = quotas(items, wanted);
    return domains.entrySet().stream()
        .flatMap(
            domain ->
                domain.getValue().stream()
                    .sorted(by("audit"))
                    .limit(quotas.getOrDefault(domain.getKey(), 0)))
        .toList();
  }

  /** By largest remainders; a draw of equals goes to the first by name. */
  private static Map<String, Integer> quotas(List<AuditItem> items, int wanted) {
    Map<String, Long> sizes =
        items.stream().collect(groupingBy(AuditDraw::domain, TreeMap::new, counting()));
    Map<String, Integer> quotas = new HashMap<>();
    sizes.forEach((domain, size) -> quotas.put(domain, (int) (size * wanted / items.size())));
    int left = wanted - quotas.values().stream().mapToInt(Integer::intValue).sum();
    sizes.keySet().stream()
        .sorted(
            Comparator.comparing((String domain) -> -(sizes.get(domain) * wanted % items.size())))
        .limit(left)
        .forEach(domain -> quotas.merge(domain, 1, Integer::sum));
    return quotas;
  }

  private static String domain(AuditItem item) {
    return item.concept().domain();
  }

  private Comparator<AuditItem> by(String kind) {
    return comparing(item -> Hash.id(kind, seed, item.key()));
  }
}
