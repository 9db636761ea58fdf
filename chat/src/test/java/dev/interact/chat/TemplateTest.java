package dev.interact.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final String SHEET =
      "{{count}}{{#items}} {{number}}. {{text}}{{/items}}{{#error}} ({{error}}){{/error}}";

  @Test
  void values_are_put_in_as_they_are_and_absent_ones_leave_no_trace() {
    assertThat(Template.fill(" {{a}}&{{b}} ", Map.of("a", "<{{b}}>"))).isEqualTo("<{{b}}>&");
  }

  /** More templates than are kept, from several threads, each with values of other types. */
  @Test
  void however_many_templates_are_in_use_each_is_filled_with_its_own_values() {
    List<String> texts =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(i -> Template.fill(SHEET + i % 1_000, values(i)))
            .toList();

    assertThat(texts)
        .isEqualTo(
            IntStream.range(0, 20_000)
                .mapToObj(i -> (i % 2 == 0 ? "1 %d. x%d" : "1 %d. x (e)%d").formatted(i, i % 1_000))
                .toList());
  }

  private static Map<String, Object> values(int number) {
    List<Map<String, Object>> items = List.of(Map.of("number", number, "text", "x"));
    return number % 2 == 0
        ? Map.of("count", 1, "items", items)
        : Map.of("count", "1", "items", items, "error", "e");
  }
}
