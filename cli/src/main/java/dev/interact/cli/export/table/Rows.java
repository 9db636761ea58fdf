package dev.interact.cli.export.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;

/** A file of a table that is being written, row by row. Not for several threads. */
interface Rows extends Closeable {
  /** Writes a row; fields that are no column are left out. */
  void write(ObjectNode row) throws IOException;
}
