package dev.interact.offline.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** The {@code response_format} of a request. */
sealed interface Form {

  record Text() implements Form {}

  record JsonObject() implements Form {}

  record JsonSchema(JsonNode schema) implements Form {}
}
