package dev.interact.orchestrator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentTest {
  private static List<Told> told(long... offsets) {
    return LongStream.of(offsets)
        .mapToObj(offset -> new Told(offset, "type", null, null, Buffer.buffer()))
        .toList();
  }

  private static List<Long> from(Recent recent, long offset, int most) {
    return recent.from(offset, most).orElseThrow().events().stream().map(Told::offset).toList();
  }

  @Test
  void nothing_is_held_before_it_begins() {
    Recent recent = new Recent(3);
    assertThat(recent.next()).isEqualTo(-1);
    assertThat(recent.holds(0)).isFalse();
  }

  @Test
  void events_are_found_by_their_offsets_also_where_some_offsets_are_none() {
    Recent recent = new Recent(10);
    recent.begin(5);
    recent.add(told(5, 6, 9), 12);
    assertThat(from(recent, 5, 10)).containsExactly(5L, 6L, 9L);
    assertThat(from(recent, 7, 10)).containsExactly(9L);
    assertThat(from(recent, 5, 2)).containsExactly(5L, 6L);
    assertThat(from(recent, 12, 2)).isEmpty();
    assertThat(recent.next()).isEqualTo(12);
    assertThat(recent.holds(12)).isTrue();
    assertThat(recent.holds(13)).isFalse();
  }

  @Test
  void the_oldest_make_room_and_are_held_no_more() {
    Recent recent = new Recent(3);
    recent.begin(0);
    recent.add(told(0, 1, 2), 3);
    assertThat(recent.holds(0)).isTrue();
    recent.add(told(3, 4), 5);
    assertThat(recent.holds(1)).isFalse();
    assertThat(recent.holds(2)).isTrue();
    assertThat(from(recent, 2, 10)).containsExactly(2L, 3L, 4L);
    recent.begin(100);
    assertThat(recent.holds(4)).isFalse();
    assertThat(recent.from(0, 10)).isEmpty();
  }

  @Test
  void one_goes_on_after_the_last_that_one_was_given_and_never_further_back() {
    Recent recent = new Recent(10);
    recent.begin(0);
    recent.add(told(0, 1, 2, 3), 6);
    assertThat(recent.from(0, 3).orElseThrow().next()).isEqualTo(3);
    assertThat(recent.from(3, 3).orElseThrow().next()).isEqualTo(6);
    recent.add(told(6), 7);
    assertThat(recent.from(6, 1).orElseThrow().next()).isEqualTo(7);
    assertThat(recent.from(7, 1).orElseThrow().next()).isEqualTo(7);
  }
}
