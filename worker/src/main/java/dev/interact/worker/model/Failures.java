package dev.interact.worker.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Says what a failed model call means: whether it may succeed when sent again, and why not now. */
final class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 300;

  private final Clock clock;

  Failures(Clock clock) {
    this.clock = clock;
  }

  /**
   * The outcome of a call that ended with an exception.
   *
   * @param model how the model is named to people
   */
  Outcome outcome(Throwable failure, String model) {
    return find(failure, ModelHttp.Refused.class)
        .map(refused -> refused(refused, model))
        .orElseGet(() -> new Outcome.Transient(broken(failure, model), null, null));
  }

  private Outcome refused(ModelHttp.Refused refused, String model) {
    JsonNode error = error(refused.body);
    String code = error.path("code").asText("");
    if (refused.status == 429 && !code.equals("insufficient_quota")) {
      return new Outcome.RateLimited(
          RetryAfter.millis(refused.retryAfter, clock.instant()),
          model + " asks to slow down (HTTP 429)");
    }
    String reason =
        "%s refused the request (HTTP %d%s)".formatted(model, refused.status, why(refused, error));
    return switch (refused.status) {
      case 408, 409, 425 -> new Outcome.Transient(reason, Usage.NONE, null);
      default ->
          refused.status >= 500
              ? new Outcome.Transient(reason, Usage.NONE, null)
              : new Outcome.Rejected(reason, Usage.NONE, null);
    };
  }

  /** A provider's words on a 401 or 403 may quote the key: only its code is kept. */
  private static String why(ModelHttp.Refused refused, JsonNode error) {
    String code = error.path("code").asText(error.path("type").asText(""));
    String message =
        refused.status == 401 || refused.status == 403 ? "" : error.path("message").asText("");
    String words =
        Stream.of(code, message)
            .filter(w -> !w.isBlank())
            .reduce((a, b) -> a + ": " + b)
            .orElse("");
    String clean = words.replaceAll("\\p{Cntrl}+", " ");
    String brief =
        clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) + "…" : clean;
    return brief.isEmpty() ? "" : ", " + brief;
  }

  private static JsonNode error(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? JSON.missingNode() : read.path("error");
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static String broken(Throwable failure, String model) {
    if (find(failure, ConnectException.class).isPresent()) {
      return model + " cannot be reached: the connection was refused";
    }
    if (find(failure, UnknownHostException.class).isPresent()) {
      return model + " cannot be reached: its host name is unknown";
    }
    if (find(failure, TimeoutException.class).isPresent()) {
      return model + " did not answer in time";
    }
    if (find(failure, JsonProcessingException.class).isPresent()) {
      return model + " answered with something that is not valid JSON";
    }
    return model + " gave no usable answer (" + root(failure).getClass().getSimpleName() + ")";
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Throwable root(Throwable failure) {
    return chain(failure).reduce((outer, inner) -> inner).orElseThrow();
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause).limit(20);
  }
}
