package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * JSON merge patches (RFC 7396). They cannot say that a field is null, so the objects that are
 * compared have none: what is not known is absent.
 */
public final class MergePatch {
  private MergePatch() {}

  /** The patch that makes one object of another; empty where they are equal. */
  public static ObjectNode between(ObjectNode before, ObjectNode after) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    if (before == after) {
      return patch;
    }
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.has(name)) {
                patch.putNull(name);
              }
            });
    for (Map.Entry<String, JsonNode> field : after.properties()) {
      add(patch, field.getKey(), before.get(field.getKey()), field.getValue());
    }
    return patch;
  }

  private static void add(ObjectNode patch, String name, JsonNode before, JsonNode after) {
    if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
      ObjectNode inner = between(one, other);
      if (!inner.isEmpty()) {
        patch.set(name, inner);
      }
    } else if (before != after && !after.equals(before)) {
      patch.set(name, after);
    }
  }

  /** What a patch makes of a value, as RFC 7396 says; the value itself stays as it is. */
  public static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : changes.properties()) {
      if (field.getValue().isNull()) {
        result.remove(field.getKey());
      } else {
        result.set(field.getKey(), apply(result.get(field.getKey()), field.getValue()));
      }
    }
    return result;
  }
}
