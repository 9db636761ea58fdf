package dev.interact.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  private final Failures failures =
      new Failures(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC));

  private static ModelHttp.Refused http(int status, String body) {
    return new ModelHttp.Refused(status, null, body);
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(
            http(500, ""),
            new Outcome.Transient("M refused the request (HTTP 500)", Usage.NONE, null)),
        Arguments.of(
            http(503, "{\"error\":{\"type\":\"overloaded\",\"message\":\"later\"}}"),
            new Outcome.Transient(
                "M refused the request (HTTP 503, overloaded: later)", Usage.NONE, null)),
        Arguments.of(
            http(408, ""),
            new Outcome.Transient("M refused the request (HTTP 408)", Usage.NONE, null)),
        Arguments.of(
            http(400, "{\"error\":{\"code\":\"too_long\",\"message\":\"a\\u001b[31m\\nb\"}}"),
            new Outcome.Rejected(
                "M refused the request (HTTP 400, too_long: a [31m b)", Usage.NONE, null)),
        Arguments.of(
            http(401, "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"sk-secret\"}}"),
            new Outcome.Rejected(
                "M refused the request (HTTP 401, invalid_api_key)", Usage.NONE, null)),
        Arguments.of(
            http(404, "<html>no</html>"),
            new Outcome.Rejected("M refused the request (HTTP 404)", Usage.NONE, null)),
        Arguments.of(
            http(429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay\"}}"),
            new Outcome.Rejected(
                "M refused the request (HTTP 429, insufficient_quota: pay)", Usage.NONE, null)),
        Arguments.of(
            new ModelHttp.Refused(429, "7", ""),
            new Outcome.RateLimited(7000L, "M asks to slow down (HTTP 429)")),
        Arguments.of(
            http(429, "{}"), new Outcome.RateLimited(null, "M asks to slow down (HTTP 429)")),
        Arguments.of(
            new ConnectException("x"),
            new Outcome.Transient("M cannot be reached: the connection was refused", null, null)),
        Arguments.of(
            new UnknownHostException("x"),
            new Outcome.Transient("M cannot be reached: its host name is unknown", null, null)),
        Arguments.of(
            new TimeoutException(), new Outcome.Transient("M did not answer in time", null, null)),
        Arguments.of(
            new NullPointerException("text of a model"),
            new Outcome.Transient("M gave no usable answer (NullPointerException)", null, null)));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void each_failure_is_told_by_its_cause_however_deep(Throwable cause, Outcome outcome) {
    assertThat(failures.outcome(cause, "M")).isEqualTo(outcome);
    assertThat(failures.outcome(new RuntimeException(new RuntimeException(cause)), "M"))
        .isEqualTo(outcome);
  }

  @Test
  void long_reasons_are_cut() {
    String body = "{\"error\":{\"message\":\"" + "x".repeat(5000) + "\"}}";
    assertThat(((Outcome.Rejected) failures.outcome(http(422, body), "M")).reason())
        .hasSizeLessThan(400)
        .endsWith("…)");
  }
}
