package dev.interact.orchestrator.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows of some tables that belong together. */
public interface Part {
  /** Writes what is new and what has changed. */
  void write(Connection connection) throws SQLException;

  /** The transaction is over: nobody changes rows that were had in it any more. */
  void release();
}
