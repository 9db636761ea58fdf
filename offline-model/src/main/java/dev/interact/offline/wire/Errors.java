package dev.interact.offline.wire;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into OpenAI's error shape. */
final class Errors {

  private static final Logger LOG = Logger.getLogger(Errors.class);

  @ServerExceptionMapper
  Response refused(OpenAiError error) {
    return response(error);
  }

  @ServerExceptionMapper
  Response notServed(WebApplicationException exception, ContainerRequestContext request) {
    int status = exception.getResponse().getStatus();
    String target =
        request.getMethod() + " /" + request.getUriInfo().getPath().replaceFirst("^/", "");
    String message =
        switch (status) {
          case 404 -> "Unknown request URL: " + target + ".";
          case 405 -> "Not allowed: " + target + ".";
          default ->
              exception.getResponse().getStatusInfo().getReasonPhrase() + ": " + target + ".";
        };
    return response(new OpenAiError(status, message, null, status == 404 ? "unknown_url" : null));
  }

  @ServerExceptionMapper
  Response failed(Exception exception) {
    LOG.error("A request failed", exception);
    return response(
        new OpenAiError(500, "The offline model failed; its log says why.", null, null));
  }

  private static Response response(OpenAiError error) {
    return Response.status(error.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(error.envelope())
        .build();
  }
}
