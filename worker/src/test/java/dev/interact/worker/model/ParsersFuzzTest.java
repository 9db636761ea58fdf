package dev.interact.worker.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Json;
import dev.interact.contracts.reply.Outcome;
import dev.interact.worker.garbage.Mutations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What providers send is read, whatever it is. */
class ParsersFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
  }

  @Test
  void a_time_to_wait_is_read_or_is_none() {
    Mutations.fuzz(
        311,
        texts("30", "1.5", "Sat, 21 Nov 2026 08:01:30 GMT", "Sun, 06 Nov 1994 08:49:37 GMT"),
        header -> {
          Long millis = RetryAfter.millis(new String(header, UTF_8), NOW);
          assertThat(millis == null || millis >= 0).isTrue();
        });
  }

  @Test
  void an_error_body_gives_a_reason_that_can_be_told() {
    Failures failures = new Failures(Clock.fixed(NOW, ZoneOffset.UTC));
    Peer peer = new Peer("M", "sk-secret");
    Mutations.fuzz(
        312,
        texts(
            "{\"error\":{\"code\":\"too_long\",\"message\":\"why \\ud83d\\ude00\",\"type\":\"x\"}}",
            "{\"error\":{\"code\":7,\"message\":\"sk-secret is no key\",\"param\":null}}",
            "<html><h1>502</h1></html>"),
        body -> {
          Outcome outcome =
              failures.outcome(new ModelHttp.Refused(400, null, new String(body, UTF_8)), peer);
          byte[] sent = Json.write(outcome);
          assertThat(Json.read(sent, Outcome.class)).isEqualTo(outcome);
          assertThat(new String(sent, UTF_8)).doesNotContain(peer.key());
          assertThat(((Outcome.Rejected) outcome).reason()).doesNotContainPattern("\\p{Cntrl}");
        });
  }
}
