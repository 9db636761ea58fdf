package dev.interact.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;

/** A file of a table that is being written, row by row. Not for several threads. */
public interface Rows extends Closeable {
  /**
   * Writes a row; fields that are no column are left out.
   *
   * @throws dev.interact.study.input.InvalidField if a value is not of its column's type
   */
  void write(ObjectNode row) throws IOException;
}
