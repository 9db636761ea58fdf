package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.source.Manifest.ModelUsed;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which versions of models answered for the arms of a study.
 *
 * @param labels of the arms
 * @param arms fingerprints by alias, of each arm
 */
record Served(
    Function<ArmKey, String> labels, Map<ArmKey, SortedMap<String, SortedSet<String>>> arms) {

  /**
   * An arm beside others.
   *
   * @param versions fingerprints by alias
   */
  record Cell(String label, SortedMap<String, SortedSet<String>> versions) {
    private SortedSet<String> of(String alias) {
      return versions.getOrDefault(alias, new TreeSet<>());
    }
  }

  /** Calls are read only where an alias had several versions; else the manifest says it all. */
  static Served of(Basis basis, Function<ArmKey, String> labels) {
    Served served = new Served(labels, new HashMap<>());
    Map<String, ModelUsed> models = basis.source().manifest().models();
    if (models.values().stream().anyMatch(used -> used.fingerprints().size() > 1)) {
      served.addCalls(basis);
    } else {
      basis.arms(arm -> true).forEach(arm -> served.addAll(arm, models));
    }
    return served;
  }

  /** A fork is made of its donors' calls too. */
  private void addCalls(Basis basis) {
    Map<String, Set<ArmKey>> made = new HashMap<>();
    basis.source().dialogues(row -> made(row).forEach(id -> place(made, id, row.arm())));
    basis
        .source()
        .calls(
            call ->
                call.fingerprint()
                    .ifPresent(
                        version ->
                            made.getOrDefault(call.dialogue(), Set.of())
                                .forEach(arm -> add(arm, call.model(), version))));
  }

  private static Stream<String> made(DialogueRow row) {
    return Stream.of(row.dialogue(), row.donor()).filter(Objects::nonNull);
  }

  private static void place(Map<String, Set<ArmKey>> made, String dialogue, ArmKey arm) {
    made.computeIfAbsent(dialogue, id -> new LinkedHashSet<>()).add(arm);
  }

  private void addAll(ArmKey arm, Map<String, ModelUsed> models) {
    Stream.of(arm.student(), arm.teacher(), arm.lessonAuthor(), arm.from())
        .filter(alias -> alias != null && models.containsKey(alias))
        .forEach(
            alias -> models.get(alias).fingerprints().forEach(version -> add(arm, alias, version)));
  }

  private void add(ArmKey arm, String alias, String version) {
    arms.computeIfAbsent(arm, one -> new TreeMap<>())
        .computeIfAbsent(alias, one -> new TreeSet<>())
        .add(version);
  }

  Cell cell(ArmKey arm) {
    return new Cell(labels.apply(arm), arms.getOrDefault(arm, new TreeMap<>()));
  }

  /**
   * What must be said of cells that are compared, by alias: that several versions answered, in one
   * of them or in one and the other.
   *
   * @param compared the cells of each list with each other
   */
  static Stream<String> notices(Collection<List<Cell>> compared) {
    SortedMap<String, Set<Cell>> mixed = new TreeMap<>();
    for (List<Cell> cells : compared) {
      cells.stream()
          .flatMap(cell -> cell.versions().keySet().stream())
          .distinct()
          .filter(alias -> versions(cells, alias) > 1)
          .forEach(
              alias -> mixed.computeIfAbsent(alias, one -> new LinkedHashSet<>()).addAll(cells));
    }
    return mixed.entrySet().stream().map(one -> notice(one.getKey(), one.getValue()));
  }

  private static long versions(List<Cell> cells, String alias) {
    return cells.stream().flatMap(cell -> cell.of(alias).stream()).distinct().count();
  }

  private static String notice(String alias, Set<Cell> cells) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    cells.stream()
        .filter(cell -> !cell.of(alias).isEmpty())
        .forEach(
            cell ->
                labels
                    .computeIfAbsent(
                        String.join(" and ", cell.of(alias)), versions -> new LinkedHashSet<>())
                    .add(cell.label()));
    String where =
        labels.entrySet().stream()
            .map(one -> "%s in %s".formatted(one.getKey(), String.join(", ", one.getValue())))
            .collect(Collectors.joining("; "));
    return "The calls of %s were served by several versions of its model (%s): a difference here may be one between versions."
        .formatted(alias, where);
  }
}
