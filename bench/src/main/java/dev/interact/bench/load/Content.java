package dev.interact.bench.load;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the concepts of a load are.
 *
 * @param file concepts to take; empty where all are made up
 * @param paragraphs of a made-up context, 370 characters each
 * @param items of a made-up quiz
 */
public record Content(Optional<Path> file, int paragraphs, int items) {
  /** Short contexts and quizzes: little but the calls themselves. */
  public static final Content SMALL = new Content(Optional.empty(), 1, 3);

  /** As long as the paper's: some 2,200 characters, nine items. */
  public static final Content PAPER = new Content(Optional.empty(), 6, 9);

  /** The concepts of a file. */
  public static Content of(Path file) {
    return new Content(Optional.of(file), PAPER.paragraphs(), PAPER.items());
  }

  /** As long, with no file. */
  public Content madeUp() {
    return new Content(Optional.empty(), paragraphs, items);
  }
}
