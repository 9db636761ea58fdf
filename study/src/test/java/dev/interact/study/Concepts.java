package dev.interact.study;

import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Concepts for tests. */
final class Concepts {
  private Concepts() {}

  static Concept of(String id, int items) {
    return of(id, "news", items);
  }

  static Concept of(String id, String domain, int items) {
    List<QuizItem> quiz =
        IntStream.range(0, items)
            .mapToObj(n -> new QuizItem("i" + n, null, "Q?", List.of("yes", "no"), 0, Map.of()))
            .toList();
    return new Concept(id, domain, "T", "SECRET text", null, quiz, null, null, Map.of());
  }
}
