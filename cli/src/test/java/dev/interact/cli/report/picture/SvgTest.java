package dev.interact.cli.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SvgTest {
  @Test
  void what_is_put_in_is_escaped() {
    assertThat(new Svg().text("a < b & c", "text x='%s' y='%s'", "'\"", 1.23456))
        .hasToString("<text x='&#39;&quot;' y='1.23'>a &lt; b &amp; c</text>\n");
  }

  @Test
  void what_xml_may_not_hold_is_replaced() {
    assertThat(new Svg().text("a\0b\uD800c", "text")).hasToString("<text>a\uFFFDb\uFFFDc</text>\n");
  }

  @Test
  void an_element_must_be_ended() {
    assertThatThrownBy(() -> new Svg().begin("g").toString()).hasMessageContaining("<g>");
  }
}
