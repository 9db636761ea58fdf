package dev.interact.orchestrator.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What the description of the API says of all requests alike: errors are problem details, and a
 * field may be null.
 */
public final class ApiDescription implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final String EVENT = "ServerSentEvent";
  private static final String STREAM = "text/event-stream";
  private static final String LINES = "StreamingOutput";

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
          } else if (name.equals(LINES)) {
            schema.setType(List.of(SchemaType.STRING));
            schema.setDescription("JSON Lines: a JSON value a line");
          } else if (schema.getProperties() != null) {
            schema.setProperties(orNull(schema.getProperties()));
          }
        });
    api.getComponents().addSchema(PROBLEM, problem());
    api.getComponents().addSchema(EVENT, event());
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

  private static Schema event() {
    Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("Each event of a stream; its data are JSON")
        .addProperty("id", text)
        .addProperty("event", text)
        .addProperty("data", text)
        .required(List.of("event", "data"));
  }

  @Override
  public Operation filterOperation(Operation operation) {
    operation.getResponses().getAPIResponses().values().forEach(ApiDescription::tidy);
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
                                .schema(OASFactory.createSchema().ref(PROBLEM)))));
    return operation;
  }

  /**
   * Which form is preferred is between the resources; it is no part of a form's name. Of a stream
   * its events are described.
   */
  private static void tidy(APIResponse response) {
    if (response.getContent() != null) {
      Content content = OASFactory.createContent();
      response
          .getContent()
          .getMediaTypes()
          .forEach((type, form) -> content.addMediaType(type.replaceFirst(";qs=.*", ""), form));
      if (content.hasMediaType(STREAM)) {
        content.getMediaType(STREAM).setSchema(OASFactory.createSchema().ref(EVENT));
      }
      response.setContent(content);
    }
  }
}
