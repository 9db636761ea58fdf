package dev.interact.offline.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Tokens;
import org.junit.jupiter.api.Test;

class LessonWriterTest {

  private static final String TEXT =
      "The heron lives by rivers. A heron hunts fish in rivers at dawn. Somebody sneezed."
          + " The heron stands still when it hunts. Fish rarely see a heron in time."
          + " Rivers without fish have no heron. Then lunch was served. It rained.";

  private final LessonWriter writer = new LessonWriter(new Memory<>(Passage::of), Strength.FULL);

  @Test
  void central_sentences_are_kept_in_text_order_within_a_half() {
    String lesson = writer.write(TEXT, 1000);

    assertThat(lesson).contains("heron hunts fish").doesNotContain("sneezed", "lunch");
    assertThat(Tokens.count(lesson)).isLessThanOrEqualTo(Tokens.count(TEXT) / 2);
  }

  @Test
  void the_weak_model_writes_less() {
    String weak = new LessonWriter(new Memory<>(Passage::of), Strength.WEAK).write(TEXT, 1000);

    assertThat(weak).isNotBlank().hasSizeLessThan(writer.write(TEXT, 1000).length());
  }

  @Test
  void a_token_limit_is_kept_with_whole_sentences() {
    assertThat(writer.write(TEXT, 12))
        .endsWith(".")
        .satisfies(lesson -> assertThat(Tokens.count(lesson)).isLessThanOrEqualTo(12));
  }

  @Test
  void a_text_without_words_to_weigh_gives_its_first_sentence() {
    assertThat(writer.write("It is. It was.", 100)).isEqualTo("It is.");
    assertThat(writer.write("", 100)).isEqualTo(LessonWriter.NOTHING_TO_TEACH);
  }
}
