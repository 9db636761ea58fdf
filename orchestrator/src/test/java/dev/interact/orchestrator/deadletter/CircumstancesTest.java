package dev.interact.orchestrator.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircumstancesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");
  private static final DeadLetter ORIGINAL =
      new DeadLetter("interact.replies", 3, 17, "It is no reply.", "orchestrator", NOW);

  private static Headers headers() {
    Headers headers = new RecordHeaders();
    ORIGINAL
        .headers()
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return headers;
  }

  /** A record of the dead-letter topic. */
  private static ConsumerRecord<byte[], byte[]> letter(Headers headers) {
    return letter(headers, NOW.plusSeconds(1).toEpochMilli());
  }

  private static ConsumerRecord<byte[], byte[]> letter(Headers headers, long written) {
    return new ConsumerRecord<>(
        "interact.dead-letters",
        0,
        5,
        written,
        TimestampType.CREATE_TIME,
        0,
        0,
        null,
        null,
        headers,
        Optional.empty());
  }

  @Test
  void what_is_written_is_read() {
    assertThat(Circumstances.read(letter(headers()))).isEqualTo(ORIGINAL);
    assertThat(ORIGINAL.place()).isEqualTo("interact.replies-3@17");
  }

  @Test
  void a_record_without_headers_stood_in_the_dead_letter_topic() {
    DeadLetter read = Circumstances.read(letter(new RecordHeaders()));

    assertThat(read.place()).isEqualTo("interact.dead-letters-0@5");
    assertThat(read.noticed()).isEqualTo(NOW.plusSeconds(1));
    assertThat(read.reason()).isEqualTo("It says not why it is a dead letter.");
  }

  @ParameterizedTest
  @CsvSource({
    "partition, x",
    "offset, 1e9",
    "offset, ''",
    "noticed, yesterday",
    "noticed, +1000000000-12-31T23:59:59Z",
    "noticed, -0001-01-01T00:00:00Z",
    "topic, no/topic"
  })
  void wrong_headers_are_as_none_but_the_reason_is_kept(String header, String value) {
    Headers headers = headers();
    headers.add(header, value.getBytes(StandardCharsets.UTF_8));

    DeadLetter read = Circumstances.read(letter(headers));

    assertThat(read.place()).isEqualTo("interact.dead-letters-0@5");
    assertThat(read.reason()).isEqualTo("It is no reply.");
  }

  @Test
  void a_reason_is_what_a_database_takes() {
    Headers headers = new RecordHeaders();
    headers.add("reason", ("a\0b" + "c".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
    headers.add("reader", new byte[] {(byte) 0xff, 'x'});

    DeadLetter read = Circumstances.read(letter(headers));

    assertThat(read.reason()).startsWith("a\uFFFDbc").hasSize(2_000);
    assertThat(read.reader()).isEqualTo("\uFFFDx");
  }

  @Test
  void what_is_too_long_for_a_key_or_out_of_a_database_s_time_is_not_taken_over() {
    Headers headers = headers();
    headers.add("topic", "t".repeat(300).getBytes(StandardCharsets.UTF_8));
    headers.add("reason", "\uD83D\uDE00".repeat(3_000).getBytes(StandardCharsets.UTF_8));

    DeadLetter read = Circumstances.read(letter(headers, Long.MAX_VALUE));

    assertThat(read.place()).isEqualTo("interact.dead-letters-0@5");
    assertThat(read.noticed()).isEqualTo(Instant.EPOCH);
    assertThat(read.reason()).isEqualTo("\uD83D\uDE00".repeat(2_000));
  }
}
