package dev.interact.system;

import dev.interact.study.Concept;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Concepts made for a test. */
final class Concepts {
  private Concepts() {}

  static List<Concept> some(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> concept("concept-" + i, "Context " + i))
        .toList();
  }

  static Concept concept(String id, String context) {
    return new Concept(
        id,
        "story",
        "Title of " + id,
        context,
        null,
        List.of(item("e1"), item("m1"), item("h1")),
        null,
        null,
        Map.of());
  }

  private static Concept.QuizItem item(String id) {
    return new Concept.QuizItem(
        id,
        null,
        "Question " + id + "?",
        List.of("first " + id, "second " + id, "third " + id, "fourth " + id),
        0,
        Map.of());
  }
}
