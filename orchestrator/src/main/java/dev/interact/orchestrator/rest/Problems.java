package dev.interact.orchestrator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interact.orchestrator.trouble.Trouble;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every error as problem details (RFC 9457), without a stack trace. */
public class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final String MEDIA_TYPE = "application/problem+json";
  private static final int UNPROCESSABLE = 422;

  /** What is wrong with a request, by the SQLSTATE of its refusal. */
  private static final Map<String, String> UNSTORABLE =
      Map.of(
          "22021", "The request has a character that no text may have (NUL).",
          "54000", "The request has a name that is too long; 2,000 bytes are not.");

  /** The body of an error. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Details(String type, String title, int status, String detail, List<FieldError> errors) {
    record FieldError(String field, String message) {}
  }

  private final Trouble trouble;

  Problems(Trouble trouble) {
    this.trouble = trouble;
  }

  @ServerExceptionMapper
  Response invalid(InvalidInput input) {
    List<Details.FieldError> errors = input.problems().stream().map(Problems::error).toList();
    return response(UNPROCESSABLE, "The input cannot be used", input.getMessage(), errors);
  }

  private static Details.FieldError error(Problem problem) {
    return new Details.FieldError(problem.field(), problem.message());
  }

  @ServerExceptionMapper
  Response missing(NotFoundException missing) {
    return response(404, "Not found", sentence(missing));
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    return response(status.getStatusCode(), status.getReasonPhrase(), sentence(e));
  }

  /** A sentence of ours ends with a stop; the framework speaks of its annotations, if at all. */
  private static String sentence(WebApplicationException e) {
    if (e.getMessage().endsWith(".")) {
      return e.getMessage();
    }
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 404 -> "There is nothing at this address; /q/openapi says what there is.";
      case 405 -> "This cannot be done with what is at this address; /q/openapi says what can.";
      case 406 -> "There is no such form of it as the request accepts; /q/openapi says which.";
      case 415 -> "The body is of a type that is not taken here; /q/openapi says which is.";
      default -> "The request cannot be answered (HTTP %d).".formatted(status);
    };
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e) {
    Optional<String> database = trouble.ofDatabase(e);
    if (database.isPresent()) {
      return response(503, "The database is not available", database.get());
    }
    Optional<String> unstorable = unstorable(e);
    if (unstorable.isPresent()) {
      return response(400, "Bad request", unstorable.get());
    }
    LOG.error("a request failed", e);
    return response(
        500, "Internal error", "The orchestrator failed at this request; its log says why.");
  }

  /** What the database refuses of whatever is looked for or stored. */
  private static Optional<String> unstorable(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(cause -> UNSTORABLE.get(Objects.toString(((SQLException) cause).getSQLState())))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** An error in a sentence. */
  public static Response response(int status, String title, String sentence) {
    return response(status, title, sentence, null);
  }

  /** The same, where no resource is asked. */
  public static void refuse(RoutingContext context, int status, String title, String sentence) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", MEDIA_TYPE)
        .end(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", sentence)
                .encode());
  }

  private static Response response(
      int status, String title, String detail, List<Details.FieldError> errors) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(new Details("about:blank", title, status, detail, errors))
        .build();
  }
}
