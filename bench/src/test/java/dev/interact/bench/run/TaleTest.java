package dev.interact.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaleTest {
  @Test
  void it_is_as_long_as_is_asked_for_and_like_no_other() {
    Tale tale = Tale.of(7, 6, 9);

    assertThat(tale.context()).hasSizeBetween(2_000, 2_500);
    assertThat(tale.quiz()).hasSize(9);
    assertThat(tale.quiz()).extracting(Tale.Item::question).doesNotHaveDuplicates();
    assertThat(tale.context()).isNotEqualTo(Tale.of(8, 6, 9).context());
    assertThat(tale.id()).isNotEqualTo(Tale.of(8, 6, 9).id());
  }
}
