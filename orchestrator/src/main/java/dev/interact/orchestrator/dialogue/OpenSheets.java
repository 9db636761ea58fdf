package dev.interact.orchestrator.dialogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sheets of quizzes that a dialogue waits for; immutable. */
public record OpenSheets(Set<Step.Sheet> sheets) {
  static final OpenSheets NONE = new OpenSheets(Set.of());

  public OpenSheets {
    sheets = Set.copyOf(sheets);
  }

  boolean contains(Step step) {
    return step instanceof Step.Sheet sheet && sheets.contains(sheet);
  }

  boolean isEmpty() {
    return sheets.isEmpty();
  }

  OpenSheets with(Collection<? extends Step.Sheet> more) {
    Set<Step.Sheet> all = new HashSet<>(sheets);
    all.addAll(more);
    return new OpenSheets(all);
  }

  OpenSheets without(Step.Sheet sheet) {
    Set<Step.Sheet> rest = new HashSet<>(sheets);
    rest.remove(sheet);
    return new OpenSheets(rest);
  }

  /** This, with the next draw of a sheet in its place. */
  OpenSheets again(Step.Sheet sheet) {
    return without(sheet).with(List.of(sheet.again()));
  }
}
