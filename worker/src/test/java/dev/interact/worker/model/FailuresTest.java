package dev.interact.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Json;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  private final Failures failures =
      new Failures(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC));

  private static final String KEY = "sk-secret";
  private static final Peer M = new Peer("M", KEY);

  private static ModelHttp.Refused http(int status, String body) {
    return new ModelHttp.Refused(status, null, body);
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(http(500, ""), passing("M refused the request (HTTP 500)", null)),
        Arguments.of(
            http(503, "{\"error\":{\"type\":\"overloaded\",\"message\":\"later\"}}"),
            passing(
                "M refused the request (HTTP 503, overloaded: later)",
                "{\"error\":{\"type\":\"overloaded\",\"message\":\"later\"}}")),
        Arguments.of(http(408, ""), passing("M refused the request (HTTP 408)", null)),
        Arguments.of(
            http(400, "{\"error\":{\"code\":\"too_long\",\"message\":\"a\\u001b[31m\\nb\"}}"),
            rejected(
                "M refused the request (HTTP 400, too_long: a [31m b)",
                "{\"error\":{\"code\":\"too_long\",\"message\":\"a\\u001b[31m\\nb\"}}")),
        Arguments.of(
            http(400, "{\"error\":{\"message\":\"who is sk-secret?\"}}"),
            rejected(
                "M refused the request (HTTP 400, who is ***?)",
                "{\"error\":{\"message\":\"who is ***?\"}}")),
        Arguments.of(
            http(401, "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"sk-sec\"}}"),
            rejected("M refused the request (HTTP 401, invalid_api_key)", null)),
        Arguments.of(http(403, "sk-sec"), rejected("M refused the request (HTTP 403)", null)),
        Arguments.of(
            http(404, "<html>no</html>"),
            rejected("M refused the request (HTTP 404)", "<html>no</html>")),
        Arguments.of(
            http(429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay\"}}"),
            rejected(
                "M refused the request (HTTP 429, insufficient_quota: pay)",
                "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay\"}}")),
        Arguments.of(
            new ModelHttp.Refused(429, "7", ""),
            new Outcome.RateLimited(7000L, "M asks to slow down (HTTP 429)")),
        Arguments.of(
            http(429, "{}"), new Outcome.RateLimited(null, "M asks to slow down (HTTP 429)")),
        Arguments.of(
            new ConnectException("x"),
            passing("M cannot be reached: the connection was refused", null)),
        Arguments.of(
            new ConnectTimeoutException("x"),
            passing("M cannot be reached: connecting took too long", null)),
        Arguments.of(
            new NoRouteToHostException("x"),
            passing("M cannot be reached: no route leads to it", null)),
        Arguments.of(
            new SSLHandshakeException("x"),
            passing("M cannot be reached: no secure connection could be agreed on", null)),
        Arguments.of(
            new UnknownHostException("x"),
            passing("M cannot be reached: its host name is unknown", null)),
        Arguments.of(
            new TimeoutException(), new Outcome.Transient("M did not answer in time", null, null)),
        Arguments.of(
            new NullPointerException("text of a model"),
            new Outcome.Transient("M gave no usable answer (NullPointerException)", null, null)));
  }

  private static Outcome passing(String reason, String raw) {
    return new Outcome.Transient(reason, Usage.NONE, raw);
  }

  private static Outcome rejected(String reason, String raw) {
    return new Outcome.Rejected(reason, Usage.NONE, raw);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void each_failure_is_told_by_its_cause_however_deep(Throwable cause, Outcome outcome) {
    assertThat(failures.outcome(cause, M)).isEqualTo(outcome);
    assertThat(failures.outcome(new RuntimeException(new RuntimeException(cause)), M))
        .isEqualTo(outcome);
  }

  @Test
  void long_reasons_are_cut() {
    String body = "{\"error\":{\"message\":\"" + "x".repeat(5000) + "\"}}";
    assertThat(((Outcome.Rejected) failures.outcome(http(422, body), M)).reason())
        .hasSizeLessThan(400)
        .endsWith("…)");
  }

  @Test
  void what_came_back_is_cut_between_characters_after_the_key_was_taken_out() {
    String body = "x".repeat(SafeText.RAW_BYTES - 6) + KEY + "é".repeat(20_000);

    String raw = ((Outcome.Rejected) failures.outcome(http(422, body), M)).raw();

    assertThat(raw).isEqualTo("x".repeat(SafeText.RAW_BYTES - 6) + "***é");
  }

  @Test
  void a_reason_that_is_cut_within_a_character_can_still_be_sent() {
    String body = "{\"error\":{\"message\":\"" + "x".repeat(299) + "\uD83D\uDE00\"}}";

    Outcome outcome = failures.outcome(http(422, body), M);

    assertThat(Json.read(Json.write(outcome), Outcome.class)).isEqualTo(outcome);
  }
}
