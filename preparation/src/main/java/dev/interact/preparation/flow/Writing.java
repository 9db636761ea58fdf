package dev.interact.preparation.flow;

import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.preparation.item.Asked;
import dev.interact.preparation.item.AuthorReply;
import dev.interact.preparation.item.Draft;
import dev.interact.preparation.result.Prepared.Dropped;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an author writes in a round, until nothing is missing or it was asked often enough. */
final class Writing {
  private static final String SURPLUS = "There are enough items of its level without it.";
  private static final String UNREADABLE = "The author's reply held no item that could be read.";
  private static final String NO_ITEM =
      "Your reply held no item that could be read: write the JSON alone, whole and in the form that is asked for.";
  private static final String TOO_FEW =
      "Your reply held fewer items of a level than were asked for.";
  private static final int MOST_PROBLEMS = 20;

  private final Setting setting;
  private final int round;
  private final Progress before;
  private final List<QuizItem> accepted = new ArrayList<>();
  private final List<Dropped> refused = new ArrayList<>();
  private final Asked asked = new Asked();
  private List<String> problems;
  private int drafts;

  Writing(Setting setting, int round, Progress before) {
    this.setting = setting;
    this.round = round;
    this.before = before;
    this.problems = before.problems();
    before.items().forEach(asked::add);
  }

  /** Reads all draws; false while one lacks. */
  boolean isOver(Replies replies) {
    return read(setting.recipe().reAsks(), replies);
  }

  /**
   * Reads the draws up to one, as far as there is any need for them.
   *
   * @return false if one of them lacks
   */
  boolean read(int lastDraw, Replies replies) {
    for (int draw = 0; draw <= lastDraw && missing() > 0; draw++) {
      Optional<String> said = replies.said(new Step.WriteQuiz(round, draw));
      if (said.isEmpty()) {
        return false;
      }
      read(AuthorReply.read(said.get()));
    }
    return true;
  }

  /** Keep the rules, in order; never more of a level than the quiz lacks. */
  List<QuizItem> accepted() {
    return accepted;
  }

  List<Dropped> refused() {
    return refused;
  }

  /** What was wrong with the last reply; of the round before, where there is none in this one. */
  List<String> problems() {
    return problems.stream().limit(MOST_PROBLEMS).toList();
  }

  /** What is asked for next. */
  QuizOrder order() {
    return new QuizOrder(
        Arrays.stream(Level.values())
            .filter(level -> missing(level) > 0)
            .map(level -> new QuizOrder.OfLevel(level.label(), missing(level)))
            .toList(),
        setting.recipe().options(),
        Stream.concat(before.items().stream(), accepted.stream()).map(QuizItem::question).toList(),
        problems());
  }

  private void read(List<Draft> written) {
    problems = new ArrayList<>();
    written.forEach(this::add);
    if (written.isEmpty()) {
      refused.add(new Dropped(round, null, UNREADABLE));
      problems.add(NO_ITEM);
    } else if (problems.isEmpty() && missing() > 0) {
      problems.add(TOO_FEW);
    }
  }

  private void add(Draft draft) {
    drafts++;
    Optional<QuizItem> item =
        draft.item(
            "r%d-%d".formatted(round, drafts),
            ItemFields.written(draft.evidence(), setting.recipe()));
    List<String> broken = setting.rules().broken(draft, asked);
    if (!broken.isEmpty()) {
      refuse(draft, item.orElse(null), broken);
    } else if (missing(draft.level()) > 0) {
      accept(item.orElseThrow());
    } else {
      refused.add(new Dropped(round, item.orElseThrow(), SURPLUS));
    }
  }

  private void refuse(Draft draft, QuizItem item, List<String> broken) {
    List<String> sentences =
        broken.stream().map(rule -> "Item %d: %s".formatted(draft.number(), rule)).toList();
    problems.addAll(sentences);
    refused.add(new Dropped(round, item, String.join(" ", sentences)));
  }

  private void accept(QuizItem item) {
    accepted.add(item);
    asked.add(item);
  }

  private int missing(Level level) {
    long now = accepted.stream().filter(item -> item.level() == level).count();
    return before.missing(level, setting.recipe()) - (int) now;
  }

  private int missing() {
    return before.missing(setting.recipe()) - accepted.size();
  }
}
