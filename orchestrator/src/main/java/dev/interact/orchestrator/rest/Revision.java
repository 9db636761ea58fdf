package dev.interact.orchestrator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.Hash;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives everything that is read as JSON a tag of its content, and answers 304 to whoever has it
 * already. What is handed out line by line has none, nor has what says itself how it may be kept.
 */
class Revision {
  private static final String ANY = "*";

  private final ObjectMapper json;

  Revision(ObjectMapper json) {
    this.json = json;
  }

  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext response)
      throws JsonProcessingException {
    if (!isTagged(request, response)) {
      return;
    }
    String body =
        response.getEntity() instanceof String text
            ? text
            : json.writeValueAsString(response.getEntity());
    String tag = "\"" + Hash.id(body) + "\"";
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusInfo(Response.Status.NOT_MODIFIED);
      response.setEntity(null);
    } else {
      response.setEntity(body);
    }
  }

  private static boolean isTagged(
      ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return HttpMethod.GET.equals(request.getMethod())
        && response.getStatus() == Response.Status.OK.getStatusCode()
        && response.hasEntity()
        && !(response.getEntity() instanceof StreamingOutput)
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
        && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
  }

  private static boolean isKnown(String tags, String tag) {
    return tags != null
        && Arrays.stream(tags.split(","))
            .map(known -> known.strip().replaceFirst("^W/", ""))
            .anyMatch(known -> known.equals(tag) || known.equals(ANY));
  }
}
