package dev.interact.preparation.flow;

import dev.interact.preparation.flow.Step.Gate;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.OptionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All sheets of a gate on some items: each model's, each try's, each part's. */
record Sheets(Setting setting, Gate gate, int round, List<QuizItem> items) {

  /** What they came to, by item, then by model; empty while one of them lacks. */
  Optional<List<List<Tally>>> marked(Replies replies) {
    List<List<Tally>> byItem = new ArrayList<>();
    items.forEach(item -> byItem.add(new ArrayList<>()));
    boolean isComplete = true;
    for (String model : models()) {
      Optional<List<Integer[]>> tries = tries(model, replies);
      isComplete &= tries.isPresent();
      for (int at = 0; at < items.size() && isComplete; at++) {
        byItem.get(at).add(tally(model, at, tries.get()));
      }
    }
    return isComplete ? Optional.of(byItem) : Optional.empty();
  }

  private Tally tally(String model, int at, List<Integer[]> tries) {
    List<Integer> chosen = new ArrayList<>();
    tries.forEach(sheet -> chosen.add(sheet[at]));
    return Tally.of(model, items.get(at), chosen);
  }

  private List<String> models() {
    Recipe.Gates gates = setting.recipe().gates();
    return gate.hasContext() ? gates.withContext().models() : gates.closedBook().models();
  }

  private int tries() {
    Recipe.Gates gates = setting.recipe().gates();
    return gate.hasContext() ? gates.withContext().tries() : gates.closedBook().tries();
  }

  /** By try, what was chosen for each item. Looks for all, that none is asked for late. */
  private Optional<List<Integer[]>> tries(String model, Replies replies) {
    List<Integer[]> tries = new ArrayList<>();
    boolean isComplete = true;
    for (int attempt = 0; attempt < tries(); attempt++) {
      Integer[] chosen = new Integer[items.size()];
      isComplete &= fill(chosen, model, attempt, replies);
      tries.add(chosen);
    }
    return isComplete ? Optional.of(tries) : Optional.empty();
  }

  private boolean fill(Integer[] chosen, String model, int attempt, Replies replies) {
    int parts = setting.recipe().quiz().calls(items.size());
    int onSheet = items.size() / parts;
    boolean isComplete = true;
    for (int part = 0; part < parts; part++) {
      Step.Sit sit = new Step.Sit(gate, round, model, attempt, part, 0);
      Optional<Ended.Sat> sat = last(sit, replies);
      isComplete &= sat.isPresent();
      for (int at = 0; at < onSheet && sat.isPresent(); at++) {
        int item = part * onSheet + at;
        chosen[item] = original(items.get(item), OrderDraw.of(sit), sat.get().choices(), at);
      }
    }
    return isComplete;
  }

  /** The first draw that could be read, or the last that there is. */
  private static Optional<Ended.Sat> last(Step.Sit first, Replies replies) {
    Step.Sit sit = first;
    Optional<Ended.Sat> sat = replies.sat(sit);
    while (sat.isPresent() && sat.get().formatError() != null && sit.draw() < Preparation.RE_ASKS) {
      sit = sit.again();
      sat = replies.sat(sit);
    }
    return sat;
  }

  private Integer original(QuizItem item, int draw, List<Integer> choices, int at) {
    Integer shown = at < choices.size() ? choices.get(at) : null;
    List<Integer> order = OptionOrder.of(setting.concept().id(), item, draw);
    return shown == null || shown < 0 || shown >= order.size() ? null : order.get(shown);
  }
}
