package dev.interact.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.bench.stub.Stub;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JvmTest {
  private static final long MEBIBYTE = 1024 * 1024;

  @Test
  void it_says_how_large_its_heap_may_be_and_what_lives_on_it() {
    try (Stub stub = Stub.start()) {
      Jvm jvm = new Jvm(stub.pid());

      assertThat(jvm.heapLimit()).isEqualTo(256 * MEBIBYTE);
      assertThat(jvm.liveHeap()).isBetween(MEBIBYTE, jvm.heapLimit());
    }
  }

  @Test
  void what_is_not_said_is_told() {
    assertThat(Jvm.number(Pattern.compile("Total +(\\d+)"), "Total 12\nTotal 13")).isEqualTo(12);
    assertThatThrownBy(() -> Jvm.number(Pattern.compile("Total +(\\d+)"), "no such process"))
        .hasMessageContaining("no such process");
  }
}
