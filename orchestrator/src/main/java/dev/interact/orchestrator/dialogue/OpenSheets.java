package dev.interact.orchestrator.dialogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The sheets that a dialogue waits for; immutable. */
public record OpenSheets(Set<Step.Sit> sheets) {
  static final OpenSheets NONE = new OpenSheets(Set.of());

  public OpenSheets {
    sheets = Set.copyOf(sheets);
  }

  static List<Step.Sit> quizAfter(int turn, int parts) {
    return IntStream.range(0, parts).mapToObj(part -> new Step.Sit(turn, part, 0)).toList();
  }

  boolean contains(Step step) {
    return step instanceof Step.Sit sheet && sheets.contains(sheet);
  }

  boolean isEmpty() {
    return sheets.isEmpty();
  }

  OpenSheets with(Collection<Step.Sit> more) {
    Set<Step.Sit> all = new HashSet<>(sheets);
    all.addAll(more);
    return new OpenSheets(all);
  }

  OpenSheets without(Step.Sit sheet) {
    Set<Step.Sit> rest = new HashSet<>(sheets);
    rest.remove(sheet);
    return new OpenSheets(rest);
  }
}
