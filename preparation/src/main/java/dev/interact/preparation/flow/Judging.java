package dev.interact.preparation.flow;

import dev.interact.preparation.item.JudgeReply;
import dev.interact.preparation.item.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The judge's verdicts on the items of a round. */
final class Judging {
  private final int round;
  private final int items;
  private final Map<Integer, Verdict> verdicts = new TreeMap<>();

  Judging(int round, int items) {
    this.round = round;
    this.items = items;
  }

  /**
   * Verdicts by the item's index; an item may have none in the end. Of several draws the first that
   * has a verdict counts.
   *
   * @return empty while a reply lacks
   */
  Optional<Map<Integer, Verdict>> verdicts(Replies replies) {
    return read(Preparation.RE_ASKS, replies) ? Optional.of(verdicts) : Optional.empty();
  }

  /** Why the draws up to one could not be read as a whole. */
  String formatError(int lastDraw, Replies replies) {
    read(lastDraw, replies);
    String lacking =
        IntStream.range(0, items)
            .filter(item -> !verdicts.containsKey(item))
            .mapToObj(item -> String.valueOf(item + 1))
            .collect(Collectors.joining(", "));
    return lacking.isEmpty() ? null : "it holds no clear verdict on item %s.".formatted(lacking);
  }

  private boolean read(int lastDraw, Replies replies) {
    for (int draw = 0; draw <= lastDraw && verdicts.size() < items; draw++) {
      Optional<String> said = replies.said(new Step.Judge(round, draw));
      if (said.isEmpty()) {
        return false;
      }
      JudgeReply.read(said.get(), items).forEach(verdicts::putIfAbsent);
    }
    return true;
  }
}
