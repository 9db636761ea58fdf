package dev.interact.tables;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Lets Parquet write to a stream: it never goes back, and asks only how far it is. */
record ParquetOutput(OutputStream output) implements OutputFile {

  private static final class Counted extends PositionOutputStream {
    private final OutputStream output;
    private long written;

    Counted(OutputStream output) {
      this.output = output;
    }

    @Override
    public long getPos() {
      return written;
    }

    @Override
    public void write(int one) throws IOException {
      output.write(one);
      written++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      output.write(some, from, length);
      written += length;
    }

    @Override
    public void flush() throws IOException {
      output.flush();
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new Counted(output);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
