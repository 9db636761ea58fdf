package dev.interact.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file format for tables; the first that is written is the one that the dataset card names. */
public enum Format {
  PARQUET("application/vnd.apache.parquet") {
    @Override
    public Rows open(TidyTable table, OutputStream output) throws IOException {
      return new ParquetRows(table, output);
    }
  },
  JSONL("application/x-ndjson") {
    @Override
    public Rows open(TidyTable table, OutputStream output) throws IOException {
      return new JsonlRows(table, output);
    }
  },
  CSV("text/csv;charset=UTF-8;header=present") {
    @Override
    public Rows open(TidyTable table, OutputStream output) throws IOException {
      return new CsvRows(table, output);
    }
  };

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format whose files' names end so. */
  public static Optional<Format> of(String ending) {
    return Stream.of(values()).filter(format -> format.ending().equals(ending)).findFirst();
  }

  /** The ending of its files' names, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called over HTTP. */
  public String mediaType() {
    return mediaType;
  }

  /** Begins to write a table; whoever closes the rows closes the stream. */
  public abstract Rows open(TidyTable table, OutputStream output) throws IOException;
}
