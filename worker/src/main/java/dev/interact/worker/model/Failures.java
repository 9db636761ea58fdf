package dev.interact.worker.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Says what a failed model call means: whether it may succeed when sent again, and why not now. */
final class Failures {
  private static final int LONGEST_CHAIN = 20;

  private final Clock clock;

  Failures(Clock clock) {
    this.clock = clock;
  }

  /** The outcome of a call that ended with an exception. */
  Outcome outcome(Throwable failure, Peer peer) {
    return find(failure, ModelHttp.Refused.class)
        .map(refused -> refused(refused, peer))
        .or(() -> find(failure, Replied.NoAnswer.class).map(reply -> unanswered(reply, peer)))
        .or(() -> find(failure, ReplyLimits.TooLarge.class).map(reply -> tooLarge(reply, peer)))
        .or(() -> unreached(failure).map(why -> unreached(why, peer)))
        .orElseGet(() -> broken(failure, peer));
  }

  private Outcome refused(ModelHttp.Refused refused, Peer peer) {
    ErrorBody error = ErrorBody.of(peer.masked(refused.body));
    if (refused.status == 429 && !error.code().equals("insufficient_quota")) {
      return new Outcome.RateLimited(
          RetryAfter.millis(refused.retryAfter, clock.instant()),
          peer.name() + " asks to slow down (HTTP 429)");
    }
    // The words on a 401 or 403 may quote a part of the key.
    boolean locked = refused.status == 401 || refused.status == 403;
    String why = (locked ? error.withoutMessage() : error).text();
    String reason =
        "%s refused the request (HTTP %d%s)"
            .formatted(peer.name(), refused.status, why.isEmpty() ? "" : ", " + why);
    String raw = locked ? null : peer.raw(refused.body);
    boolean passing =
        switch (refused.status) {
          case 408, 409, 425 -> true;
          default -> refused.status >= 500;
        };
    return passing
        ? new Outcome.Transient(reason, Usage.NONE, raw)
        : new Outcome.Rejected(reason, Usage.NONE, raw);
  }

  private static Outcome unanswered(Replied.NoAnswer reply, Peer peer) {
    Usage usage = reply.usage();
    String raw = peer.raw(reply.body);
    if (reply.isRefusal()) {
      return new Outcome.Rejected(peer.name() + " refused to answer (content filter)", usage, raw);
    }
    if (reply.isOutOfTokens()) {
      return new Outcome.Rejected(
          peer.name() + " used all of its tokens before it answered", usage, raw);
    }
    return new Outcome.Transient(peer.name() + " " + whyUnanswered(reply, peer), usage, raw);
  }

  private static String whyUnanswered(Replied.NoAnswer reply, Peer peer) {
    if (reply.body.isBlank()) {
      return "answered with nothing at all";
    }
    if (reply.hasMessage()) {
      return "gave an empty answer";
    }
    if (find(reply, StreamReadException.class).isPresent()) {
      return "answered with something that is not valid JSON";
    }
    if (find(reply, JsonProcessingException.class).isPresent()) {
      return "answered with JSON that is no chat completion";
    }
    String error = ErrorBody.of(peer.masked(reply.body)).text();
    return "gave no usable answer" + (error.isEmpty() ? "" : " (" + error + ")");
  }

  private static Outcome tooLarge(ReplyLimits.TooLarge reply, Peer peer) {
    return new Outcome.Transient(
        "%s answered with more than %d MiB"
            .formatted(peer.name(), ReplyLimits.LARGEST_BYTES / 1024 / 1024),
        null,
        peer.raw(reply.beginning));
  }

  /** Nothing was used: there was no connection. */
  private static Outcome unreached(String why, Peer peer) {
    return new Outcome.Transient(peer.name() + " cannot be reached: " + why, Usage.NONE, null);
  }

  private static Optional<String> unreached(Throwable failure) {
    return chain(failure)
        .map(
            cause ->
                switch (cause) {
                  case ConnectTimeoutException e -> "connecting took too long";
                  case ConnectException e -> "the connection was refused";
                  case UnknownHostException e -> "its host name is unknown";
                  case NoRouteToHostException e -> "no route leads to it";
                  case SSLHandshakeException e -> "no secure connection could be agreed on";
                  default -> null;
                })
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Nobody knows what was used. */
  private static Outcome broken(Throwable failure, Peer peer) {
    String what =
        find(failure, TimeoutException.class).isPresent()
            ? " did not answer in time"
            : " gave no usable answer (" + root(failure).getClass().getSimpleName() + ")";
    return new Outcome.Transient(peer.name() + what, null, null);
  }

  /** Names a failure, as one of few: an HTTP status, {@code timeout}, or a class. */
  static String type(Throwable failure) {
    return find(failure, ModelHttp.Refused.class)
        .map(refused -> String.valueOf(refused.status))
        .or(() -> find(failure, TimeoutException.class).map(late -> "timeout"))
        .orElseGet(() -> root(failure).getClass().getName());
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Throwable root(Throwable failure) {
    return chain(failure).reduce((outer, inner) -> inner).orElseThrow();
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
  }
}
