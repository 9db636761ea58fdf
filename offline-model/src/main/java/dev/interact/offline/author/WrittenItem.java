package dev.interact.offline.author;

import java.util.List;

/**
 * A multiple-choice item that an author wrote.
 *
 * @param answer the right option's place, from 0
 * @param evidence the sentences of the material that it rests on, word for word
 */
public record WrittenItem(
    Level level, String question, List<String> options, int answer, List<String> evidence) {

  public WrittenItem {
    options = List.copyOf(options);
    evidence = List.copyOf(evidence);
  }
}
