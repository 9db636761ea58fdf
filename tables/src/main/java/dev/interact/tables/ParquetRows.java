package dev.interact.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * A Parquet file. What is held in memory is a row group, not the table: its size is looked at every
 * few rows, since a row may be a whole context.
 */
final class ParquetRows implements Rows {
  private static final long ROW_GROUP_BYTES = 8L << 20;
  private static final int ROWS_BETWEEN_CHECKS = 100;

  private final ParquetWriter<ObjectNode> writer;

  ParquetRows(TidyTable table, OutputStream output) throws IOException {
    this.writer =
        new Builder(new ParquetOutput(output), table)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withMinRowCountForPageSizeCheck(1)
            .withMaxRowCountForPageSizeCheck(ROWS_BETWEEN_CHECKS)
            .build();
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<ObjectNode, Builder> {
    private final TidyTable table;

    Builder(OutputFile file, TidyTable table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ObjectNode> getWriteSupport(Configuration configuration) {
      return new ParquetRecords(table);
    }

    @Override
    protected WriteSupport<ObjectNode> getWriteSupport(ParquetConfiguration configuration) {
      return new ParquetRecords(table);
    }
  }
}
