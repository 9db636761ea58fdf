package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.ledger.CallRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes dialogues from their beginnings over recorded calls, by the same decisions and the same
 * keys as when they ran, and writes nothing. All of them go a step at a time, so that the calls of
 * a round are looked up at once.
 */
public final class Walk {

  /** What is made of a call that has no answer in the ledger. */
  public enum Gap {
    /** The dialogue goes no further than that; one that failed ends with its failure. */
    STOPS,
    /** It goes on as if the call had been answered, and a sheet so that it can be read. */
    IS_FILLED
  }

  private final StudyCalls calls;
  private final Function<Collection<String>, List<CallRow>> ledger;
  private final Gap gap;

  /**
   * @param ledger the calls that are there of some keys
   */
  public Walk(StudyCalls calls, Function<Collection<String>, List<CallRow>> ledger, Gap gap) {
    this.calls = calls;
    this.ledger = ledger;
    this.gap = gap;
  }

  /**
   * Goes as far as there are calls.
   *
   * @param planned dialogues that have not started, each after its donor; they are changed
   */
  public List<Walked> over(Collection<DialogueRow> planned) {
    Map<String, Walked> all = new LinkedHashMap<>();
    for (DialogueRow row : planned) {
      all.put(row.id, new Walked(row, calls, gap, all.get(row.donor)));
    }
    go(all.values().stream().filter(walked -> walked.dialogue().donor == null).toList());
    go(all.values().stream().filter(walked -> walked.dialogue().donor != null).toList());
    return List.copyOf(all.values());
  }

  private void go(List<Walked> starting) {
    List<Walked> going = new ArrayList<>(starting);
    going.forEach(Walked::begin);
    going.removeIf(walked -> walked.wishes().isEmpty());
    while (!going.isEmpty()) {
      Set<String> wanted = new HashSet<>();
      going.forEach(walked -> wanted.addAll(walked.wishes()));
      Map<String, CallRow> found = new HashMap<>();
      ledger.apply(wanted).forEach(call -> found.put(call.key, call));
      going.forEach(walked -> walked.meet(found));
      going.removeIf(walked -> walked.wishes().isEmpty());
    }
    starting.forEach(Walked::end);
  }
}
