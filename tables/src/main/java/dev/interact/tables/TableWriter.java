package dev.interact.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a table in several formats at once, to a folder of its own. Not for several threads. */
public final class TableWriter implements Closeable {
  private final List<Rows> files = new ArrayList<>();
  private long rows;

  /**
   * Makes the folder and its files.
   *
   * @param parent the folder of all tables
   */
  public TableWriter(TidyTable table, Path parent, Set<Format> formats) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(table.name()));
    for (Format format : formats) {
      Path file = folder.resolve(table.name() + "." + format.ending());
      files.add(format.open(table, Files.newOutputStream(file)));
    }
  }

  /**
   * Writes a row.
   *
   * @throws dev.interact.study.input.InvalidField if a value is not of its column's type
   * @throws UncheckedIOException if a file cannot be written
   */
  public void write(ObjectNode row) {
    try {
      for (Rows file : files) {
        file.write(row);
      }
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Rows file : files) {
      try {
        file.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
