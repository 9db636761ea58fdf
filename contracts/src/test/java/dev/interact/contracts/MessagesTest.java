package dev.interact.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Head HEAD = new Head("a", "c", "d", "w", "m", new Sampling(0.7, 10, 3));
  private static final TeacherPrompt PROMPT = new TeacherPrompt("s", null, List.of());

  @Test
  void an_image_keeps_its_bytes() {
    Material image = new Material(null, "image/png", new byte[] {0, -1, 127, -128});
    Material read =
        ((TeacherRequest.WriteLesson)
                Json.read(
                    Json.write(new TeacherRequest.WriteLesson(HEAD, PROMPT, image)),
                    TeacherRequest.class))
            .material();

    assertThat(read.image()).isEqualTo(image.image());
    assertThat(read.mediaType()).isEqualTo("image/png");
  }

  @Test
  void what_is_no_message_is_refused_without_quoting_it() {
    assertThatThrownBy(
            () ->
                Json.read(
                    "{\"kind\":\"secret text\"}".getBytes(StandardCharsets.UTF_8), Reply.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageStartingWith("not a Reply: ")
        .hasMessageNotContaining("secret");
    List.of("\u0001", "null", "{\"kind\":\"modelled\",\"attempt\":\"a\",\"call\":\"c\"}", "[]", "")
        .forEach(
            text ->
                assertThatThrownBy(
                        () -> Json.read(text.getBytes(StandardCharsets.UTF_8), Reply.class))
                    .as(text)
                    .isInstanceOf(UnreadableMessage.class));
    assertThatThrownBy(() -> Json.read(null, Reply.class)).isInstanceOf(UnreadableMessage.class);
  }

  @Test
  void a_dead_letter_is_read_from_its_headers() {
    DeadLetter letter =
        new DeadLetter("t", 1, 1L << 40, "não", "w", Instant.parse("2026-11-21T08:00:00.5Z"));
    Map<String, String> more = new HashMap<>(letter.headers());
    more.put("other", "x");

    assertThat(DeadLetter.of(more)).isEqualTo(letter);
    assertThat(letter.place()).isEqualTo("t-1@1099511627776");
    for (String header : letter.headers().keySet()) {
      Map<String, String> fewer = new HashMap<>(letter.headers());
      fewer.remove(header);
      assertThatThrownBy(() -> DeadLetter.of(fewer))
          .isInstanceOf(UnreadableMessage.class)
          .hasMessage("not a DeadLetter: no header '" + header + "'");
    }
    assertThatThrownBy(
            () -> DeadLetter.of(Map.of("topic", "t", "partition", "1", "offset", "secret")))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void ids_tell_parts_apart() {
    assertThat(Hash.id("ab", "c"))
        .hasSize(32)
        .isEqualTo(Hash.id("ab", "c"))
        .isNotEqualTo(Hash.id("a", "bc"))
        .isNotEqualTo(Hash.id("ab", "c", null));
    assertThat(Hash.id("x", null)).isNotEqualTo(Hash.id("x", ""));
    assertThat(Hash.seed("x")).isNotNegative();
  }
}
