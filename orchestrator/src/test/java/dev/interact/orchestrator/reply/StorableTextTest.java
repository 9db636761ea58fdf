package dev.interact.orchestrator.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {
  @Test
  void what_postgres_refuses_is_replaced_and_nothing_else() {
    assertThat(StorableText.of("a\u0000b\uD800c")).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(StorableText.of("漢 🎓 é \u001b[31m \r\n")).isEqualTo("漢 🎓 é \u001b[31m \r\n");
  }
}
