package dev.interact.study.input;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.List;

/** A JSON Schema of this module, and what is wrong with a tree by it. */
public final class Schema {
  private final JsonSchema schema;

  private Schema(JsonSchema schema) {
    this.schema = schema;
  }

  /** One violation, in the words of {@link Violation}. */
  public record Finding(FieldPath path, String message) {}

  /** Loads one of the schemas of this module: {@code study}, {@code concept}, {@code prompts}. */
  public static Schema named(String name) {
    return at("/dev/interact/study/" + name + ".schema.json");
  }

  /** Loads a schema from a resource's absolute path. */
  public static Schema at(String resource) {
    InputStream stream = Schema.class.getResourceAsStream(resource);
    return new Schema(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream));
  }

  /** What is wrong with a tree, in the order of its fields' paths. */
  public List<Finding> check(JsonNode tree) {
    return schema.validate(tree).stream()
        .sorted(comparing(ValidationMessage::getInstanceLocation))
        .map(message -> Violation.of(message, schema.getSchemaNode()))
        .toList();
  }

  /** What is wrong with a document, with lines. */
  public List<Problem> check(Document document) {
    return check(document.root()).stream()
        .map(finding -> document.problem(finding.path(), finding.message()))
        .sorted(comparing(Problem::line))
        .toList();
  }
}
