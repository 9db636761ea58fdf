package dev.interact.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.CommandFailed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a file whose lines belong to dialogues, dialogue by dialogue. Results are sorted
 * alike in all files, so that what belongs together is found without holding more than one
 * dialogue.
 */
public final class ByDialogue implements Closeable {
  private final Path file;
  private final JsonLines lines;
  private Optional<ObjectNode> next;

  /** Opens a file. */
  public ByDialogue(Path file) throws IOException {
    this.file = file;
    this.lines = new JsonLines(file);
    this.next = lines.next();
  }

  /** The lines of a dialogue; none where the file has none of it. */
  public List<ObjectNode> take(String dialogue) throws IOException {
    List<ObjectNode> taken = new ArrayList<>();
    while (next.isPresent() && dialogue.equals(next.get().path("dialogue").asText())) {
      taken.add(next.get());
      next = lines.next();
    }
    return taken;
  }

  /** The lines of the dialogue that comes next; none at the end. */
  public List<ObjectNode> takeNext() throws IOException {
    return next.isPresent() ? take(next.get().path("dialogue").asText()) : List.of();
  }

  /** To be called at the end: tells the user where lines of other dialogues are left. */
  public void checkDone() {
    if (next.isPresent()) {
      throw CommandFailed.wrongInput(
          "%s has lines of dialogue %s that are not in the order of dialogues.jsonl; run the study again, which writes both anew."
              .formatted(file, next.get().path("dialogue").asText()));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
