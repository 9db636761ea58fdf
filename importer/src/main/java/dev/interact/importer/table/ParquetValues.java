package dev.interact.importer.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.importer.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Parquet's values as JSON: dates and times in ISO 8601, bytes that are no text as bytes. */
final class ParquetValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ParquetValues() {}

  /** A row, or a group within it. */
  static ObjectNode object(Group group) {
    ObjectNode object = NODES.objectNode();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      object.set(type.getFieldName(field), value(group, field, type.getType(field)));
    }
    return object;
  }

  private static JsonNode value(Group group, int field, Type type) {
    int count = group.getFieldRepetitionCount(field);
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      ArrayNode list = NODES.arrayNode();
      for (int i = 0; i < count; i++) {
        list.add(one(group, field, i));
      }
      return list;
    }
    return count == 0 ? NODES.nullNode() : one(group, field, 0);
  }

  private static JsonNode one(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      return primitive(group, field, index);
    }
    Group inner = group.getGroup(field, index);
    return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        ? list(inner)
        : object(inner);
  }

  /** Lists have three levels: the list, its entries, what is in them. */
  private static ArrayNode list(Group list) {
    ArrayNode values = NODES.arrayNode();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      if (list.getType().getType(0).isPrimitive()) {
        values.add(primitive(list, 0, i));
      } else {
        Group entry = list.getGroup(0, i);
        values.add(value(entry, 0, entry.getType().getType(0)));
      }
    }
    return values;
  }

  private static JsonNode primitive(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    LogicalTypeAnnotation meant = type.getLogicalTypeAnnotation();
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
      case FLOAT -> number(group.getFloat(field, index));
      case DOUBLE -> number(group.getDouble(field, index));
      case INT32 -> whole(group.getInteger(field, index), meant);
      case INT64 -> whole(group.getLong(field, index), meant);
      case INT96 -> NODES.nullNode();
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(group, field, index);
    };
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
  }

  private static JsonNode whole(long value, LogicalTypeAnnotation meant) {
    if (meant instanceof DateLogicalTypeAnnotation) {
      return NODES.textNode(LocalDate.ofEpochDay(value).toString());
    }
    if (meant instanceof TimestampLogicalTypeAnnotation time) {
      return NODES.textNode(Instant.EPOCH.plus(value, unit(time.getUnit())).toString());
    }
    if (meant instanceof DecimalLogicalTypeAnnotation decimal) {
      return NODES.numberNode(BigDecimal.valueOf(value, decimal.getScale()));
    }
    return NODES.numberNode(value);
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private static JsonNode bytes(Group group, int field, int index) {
    LogicalTypeAnnotation meant = group.getType().getType(field).getLogicalTypeAnnotation();
    if (meant == null) {
      return NODES.binaryNode(group.getBinary(field, index).getBytes());
    }
    if (meant instanceof DecimalLogicalTypeAnnotation decimal) {
      BigInteger digits = new BigInteger(group.getBinary(field, index).getBytes());
      return NODES.numberNode(new BigDecimal(digits, decimal.getScale()));
    }
    return NODES.textNode(text(group.getBinary(field, index).getBytes()));
  }

  /** Decodes strictly. */
  static String text(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused("a value is not UTF-8");
    }
  }
}
