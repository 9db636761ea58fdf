package dev.interact.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The rows of a table as Parquet's writer takes them. */
final class ParquetRecords extends WriteSupport<ObjectNode> {
  private final TidyTable table;
  private RecordConsumer consumer;

  ParquetRecords(TidyTable table) {
    this.table = table;
  }

  static MessageType schema(TidyTable table) {
    return new MessageType(
        table.name(),
        table.columns().stream()
            .map(column -> column.type().parquet(column.name()))
            .toArray(Type[]::new));
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema(table), Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema(table), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer to) {
    this.consumer = to;
  }

  @Override
  public void write(ObjectNode row) {
    consumer.startMessage();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      JsonNode value = column.valueIn(row);
      if (value != null) {
        consumer.startField(column.name(), i);
        write(column.type(), value);
        consumer.endField(column.name(), i);
      }
    }
    consumer.endMessage();
  }

  private void write(ColumnType type, JsonNode value) {
    switch (type) {
      case TEXT -> text(value.asText());
      case JSON -> text(value.toString());
      case WHOLE_NUMBER -> consumer.addLong(value.asLong());
      case NUMBER -> consumer.addDouble(value.asDouble());
      case TRUTH -> consumer.addBoolean(value.asBoolean());
      case TIME ->
          consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value.asText())));
      case WHOLE_NUMBERS -> list(value);
    }
  }

  /** Not by Parquet's own encoder, which throws where a text has half a character. */
  private void text(String text) {
    consumer.addBinary(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Three levels, as the format has lists. */
  private void list(JsonNode values) {
    consumer.startGroup();
    if (!values.isEmpty()) {
      consumer.startField("list", 0);
      values.forEach(this::element);
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }

  private void element(JsonNode value) {
    consumer.startGroup();
    consumer.startField("element", 0);
    consumer.addLong(value.asLong());
    consumer.endField("element", 0);
    consumer.endGroup();
  }
}
