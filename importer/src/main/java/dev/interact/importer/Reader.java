package dev.interact.importer;

import dev.interact.importer.source.InputFile;
import dev.interact.importer.text.Encoding;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads the files of a format. */
@FunctionalInterface
public interface Reader {
  /**
   * Hands over what a file holds, in its order.
   *
   * @throws Refused if the file, or a part of it, cannot be read
   */
  void read(Reading reading, Consumer<Draft> found) throws IOException;

  /** A file that is read, how, and what is met. */
  final class Reading {
    private final InputFile file;
    private final ImportOptions options;
    private final Notes notes = new Notes();
    private String encoding;

    public Reading(InputFile file, ImportOptions options) {
      this.file = file;
      this.options = options;
    }

    public InputFile file() {
      return file;
    }

    public ImportOptions options() {
      return options;
    }

    public Notes notes() {
      return notes;
    }

    /** The encoding of its text and how it was found; null where the format has none. */
    public String encoding() {
      return encoding;
    }

    public void encoding(Encoding found) {
      this.encoding = found.told();
    }
  }
}
