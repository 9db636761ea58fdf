package dev.interact.orchestrator.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What the description of the API says of all requests alike: errors are problem details, and a
 * field may be null.
 */
public final class ApiDescription implements OASFilter {
  private static final String PROBLEM = "Problem";

  /** What has a form of its own; that of study files is in their own schema. */
  private static final List<String> ANYTHING = List.of("JsonNode", "ObjectNode", "StudyFile");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    schemas.forEach(
        (name, schema) -> {
          if (ANYTHING.contains(name)) {
            schema.setType(null);
            schema.setProperties(null);
          } else if (schema.getProperties() != null) {
            schema.setProperties(orNull(schema.getProperties()));
          }
        });
    api.getComponents().addSchema(PROBLEM, problem());
  }

  private static Map<String, Schema> orNull(Map<String, Schema> fields) {
    Map<String, Schema> all = new LinkedHashMap<>();
    fields.forEach((field, type) -> all.put(field, orNull(type)));
    return all;
  }

  private static Schema orNull(Schema schema) {
    Schema none = OASFactory.createSchema().addType(SchemaType.NULL);
    if (schema.getRef() != null) {
      return OASFactory.createSchema().addAnyOf(schema).addAnyOf(none);
    }
    return schema.getType() == null ? schema : schema.addType(SchemaType.NULL);
  }

  private static Schema problem() {
    Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
    Schema error =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty(
                "field",
                OASFactory.createSchema().addType(SchemaType.STRING).addType(SchemaType.NULL))
            .addProperty("message", text);
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("Problem details (RFC 9457)")
        .addProperty("type", text)
        .addProperty("title", text)
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text)
        .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error))
        .required(List.of("title", "status"));
  }

  @Override
  public Operation filterOperation(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            OASFactory.createAPIResponse()
                .description("What is wrong, in whole sentences")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                .schema(
                                    OASFactory.createSchema()
                                        .ref("#/components/schemas/" + PROBLEM)))));
    return operation;
  }
}
