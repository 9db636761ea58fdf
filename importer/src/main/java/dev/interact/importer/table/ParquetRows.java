package dev.interact.importer.table;

import dev.interact.importer.Draft;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;

/** Reads Parquet: a row is one concept. What is held in memory is a row group. */
public final class ParquetRows {
  private static final long MAX_ROW_GROUP = 1L << 30;
  private static final Set<CompressionCodecName> CODECS =
      EnumSet.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.ZSTD);

  private ParquetRows() {}

  public static void read(Reading reading, Consumer<Draft> found) throws IOException {
    InputFile file = new LocalInputFile(reading.file().path());
    Columns columns = new Columns(reading);
    try {
      columns.require(checked(file));
      rows(file, columns, found);
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new Refused("is no Parquet file that can be read; it may be damaged: " + reason(e));
    }
    columns.requireRows();
  }

  /** The library's own words, without its names of objects. */
  private static String reason(Throwable e) {
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getMessage()
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll("\\S+@\\w+", "it")
            .replaceAll("class org\\.apache\\.\\S+\\.", "its ");
  }

  /** The names of the columns of a file whose row groups are not too large. */
  private static List<String> checked(InputFile file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      long largest =
          reader.getFooter().getBlocks().stream()
              .mapToLong(BlockMetaData::getTotalByteSize)
              .max()
              .orElse(0);
      if (largest > MAX_ROW_GROUP) {
        throw new Refused(
            "has a row group of %,d bytes when unpacked; %,d are allowed; write it in smaller groups"
                .formatted(largest, MAX_ROW_GROUP));
      }
      requireReadable(reader.getFooter().getBlocks());
      return reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
    }
  }

  private static void requireReadable(List<BlockMetaData> groups) {
    groups.stream()
        .flatMap(group -> group.getColumns().stream())
        .map(ColumnChunkMetaData::getCodec)
        .filter(codec -> !CODECS.contains(codec))
        .findFirst()
        .ifPresent(
            codec -> {
              throw new Refused(
                  "is compressed with %s, which is not read; write it with Snappy or zstd"
                      .formatted(codec.name().toLowerCase(Locale.ROOT)));
            });
  }

  private static void rows(InputFile file, Columns columns, Consumer<Draft> found)
      throws IOException {
    try (ParquetReader<Group> reader =
        new Builder(file).withConf(new PlainParquetConfiguration()).build()) {
      long number = 0;
      for (Group row = reader.read(); row != null; row = reader.read()) {
        number++;
        found.accept(columns.draft(ParquetValues.object(row), "row " + number));
      }
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    private Builder(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
