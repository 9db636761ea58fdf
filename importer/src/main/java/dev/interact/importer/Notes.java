package dev.interact.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is worth knowing about a file: sentences, those that are counted once each. */
public final class Notes {
  private static final int MOST = 50;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long unsaid;

  /** Notes a sentence. */
  public void say(String sentence) {
    add(sentence, 0);
  }

  /** Notes how often something was met; it is met nowhere if the count is 0. */
  public void count(String what, long times) {
    if (times > 0) {
      add(what, times);
    }
  }

  private void add(String what, long times) {
    if (counts.containsKey(what) || counts.size() < MOST) {
      counts.merge(what, times, Long::sum);
    } else {
      unsaid++;
    }
  }

  /** All of them, in the order in which they were first met. */
  public List<String> all() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, times) -> lines.add(times == 0 ? what : what + ": " + times));
    if (unsaid > 0) {
      lines.add("more notes: " + unsaid);
    }
    return lines;
  }
}
