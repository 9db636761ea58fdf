package dev.interact.analysis.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows belong together. */
final class Clusters {
  private Clusters() {}

  /** The rows of each cluster, in the order in which clusters and rows come. */
  static List<int[]> rows(int[] cluster) {
    Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < cluster.length; row++) {
      rows.computeIfAbsent(cluster[row], id -> new ArrayList<>()).add(row);
    }
    return rows.values().stream()
        .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
