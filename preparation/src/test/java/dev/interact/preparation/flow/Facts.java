package dev.interact.preparation.flow;

import dev.interact.contracts.teacher.QuizOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A material of many like sentences, and items on them that keep the rules. */
final class Facts {
  private static final int FACTS = 800;
  private static final int A_REPLY = 40;
  private static final int A_ROUND = 5 * A_REPLY;

  private Facts() {}

  static String context() {
    return IntStream.range(0, FACTS).mapToObj(Facts::sentence).collect(Collectors.joining(" "));
  }

  static String sentence(int fact) {
    return "On day %d the keeper took token T%d to the tower.".formatted(fact, fact);
  }

  static String question(int fact) {
    return "Which token was taken to the tower on day %d?".formatted(fact);
  }

  /** All that is ordered, on facts that no other reply is about. */
  static String quiz(QuizOrder order, Step.WriteQuiz step) {
    List<String> items = new ArrayList<>();
    for (QuizOrder.OfLevel of : order.levels()) {
      for (int n = 0; n < of.number(); n++) {
        items.add(item(of.level(), fact(step, items.size())));
      }
    }
    return reply(items);
  }

  static int fact(Step.WriteQuiz step, int n) {
    return step.round() * A_ROUND + step.draw() * A_REPLY + 2 * n;
  }

  static String reply(List<String> items) {
    return "{\"items\": [" + String.join(",\n", items) + "]}";
  }

  /** An item with four options. */
  static String item(String level, int fact) {
    return """
        {"level": "%s", "question": "%s", "options": ["T%d", "U%d", "V%d", "W%d"], "answer": 0, \
        "evidence": ["%s", "%s"]}"""
        .formatted(
            level, question(fact), fact, fact, fact, fact, sentence(fact), sentence(fact + 1));
  }
}
