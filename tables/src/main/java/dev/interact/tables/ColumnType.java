package dev.interact.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** What the values of a column are; any of them may be null. */
public enum ColumnType {
  TEXT("text") {
    @Override
    boolean accepts(JsonNode value) {
      return value.isTextual();
    }

    @Override
    Type parquet(String column) {
      return text().named(column);
    }
  },
  /** From -2^63 to 2^63 - 1. */
  WHOLE_NUMBER("whole number") {
    @Override
    boolean accepts(JsonNode value) {
      return value.isIntegralNumber() && value.canConvertToLong();
    }

    @Override
    Type parquet(String column) {
      return Types.optional(PrimitiveTypeName.INT64).named(column);
    }
  },
  /** In double precision. */
  NUMBER("number") {
    @Override
    boolean accepts(JsonNode value) {
      return value.isNumber();
    }

    @Override
    Type parquet(String column) {
      return Types.optional(PrimitiveTypeName.DOUBLE).named(column);
    }
  },
  TRUTH("true or false") {
    @Override
    boolean accepts(JsonNode value) {
      return value.isBoolean();
    }

    @Override
    Type parquet(String column) {
      return Types.optional(PrimitiveTypeName.BOOLEAN).named(column);
    }
  },
  /** ISO 8601 in UTC; in Parquet a timestamp in microseconds. */
  TIME("time") {
    @Override
    boolean accepts(JsonNode value) {
      try {
        return value.isTextual() && Instant.parse(value.asText()) != null;
      } catch (DateTimeParseException e) {
        return false;
      }
    }

    @Override
    Type parquet(String column) {
      return Types.optional(PrimitiveTypeName.INT64)
          .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
          .named(column);
    }
  },
  WHOLE_NUMBERS("list of whole numbers") {
    @Override
    boolean accepts(JsonNode value) {
      return value.isArray() && value.valueStream().allMatch(WHOLE_NUMBER::accepts);
    }

    @Override
    Type parquet(String column) {
      return Types.optionalList().requiredElement(PrimitiveTypeName.INT64).named(column);
    }
  },
  /** A list or a mapping, as text. */
  JSON("JSON text") {
    @Override
    boolean accepts(JsonNode value) {
      return value.isContainerNode();
    }

    @Override
    Type parquet(String column) {
      return text().named(column);
    }
  };

  private final String label;

  ColumnType(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** Whether a value that is not null is one of these. */
  abstract boolean accepts(JsonNode value);

  /** The column in the schema of a Parquet file. */
  abstract Type parquet(String column);

  private static Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> text() {
    return Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
  }
}
