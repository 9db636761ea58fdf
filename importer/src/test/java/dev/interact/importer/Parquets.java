package dev.interact.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet files that tests make, of one row. */
final class Parquets {
  private Parquets() {}

  static byte[] of(String schema, CompressionCodecName codec, Consumer<Group> row) {
    try {
      Path file = Files.createTempFile("table", ".parquet");
      Files.delete(file);
      var type = MessageTypeParser.parseMessageType(schema);
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(file))
              .withConf(new PlainParquetConfiguration())
              .withType(type)
              .withCompressionCodec(codec)
              .build()) {
        Group group = new SimpleGroup(type);
        row.accept(group);
        writer.write(group);
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
