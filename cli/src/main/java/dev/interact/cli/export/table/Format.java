package dev.interact.cli.export.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file format for tables; the first that is written is the one that the dataset card names. */
public enum Format {
  PARQUET {
    @Override
    Rows open(TidyTable table, Path file) throws IOException {
      return new ParquetRows(table, file);
    }
  },
  JSONL {
    @Override
    Rows open(TidyTable table, Path file) throws IOException {
      return new JsonlRows(table, file);
    }
  },
  CSV {
    @Override
    Rows open(TidyTable table, Path file) throws IOException {
      return new CsvRows(table, file);
    }
  };

  /** The ending of its files' names, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract Rows open(TidyTable table, Path file) throws IOException;
}
