package dev.interact.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The real model, which is in its jar. */
class SentenceEmbeddingsTest {
  private static final Path CACHE = Path.of("target", "embeddings").toAbsolutePath();
  private static final String ITEM =
      "What did the bird want for the crossing?\na silver button\na coin\na song\nnothing";

  private final AtomicLong now = new AtomicLong();
  private final List<String> told = new ArrayList<>();
  private final SentenceEmbeddings embeddings = new SentenceEmbeddings(CACHE, told::add, now::get);

  @Test
  void what_means_the_same_is_nearer_than_what_does_not() {
    double near = embeddings.of("Which payment was demanded at the ford by the heron?", ITEM);
    double far = embeddings.of("How do stock markets react to rising interest rates?", ITEM);

    assertThat(near).isGreaterThan(far + 0.2).isLessThan(1);
    assertThat(far).isBetween(-1.0, 0.3);
  }

  @Test
  void the_same_texts_give_the_same_value() {
    String question = "Who kept the ford?";

    double once = embeddings.of(question, ITEM);

    assertThat(embeddings.of(question, ITEM)).isEqualTo(once);
    assertThat(new SentenceEmbeddings(CACHE, told::add).of(question, ITEM)).isEqualTo(once);
    assertThat(embeddings.of(ITEM, ITEM)).isCloseTo(1, within(1e-6));
  }

  /** A word of these is a token, and two more stand around them. */
  @Test
  void of_a_long_text_the_first_128_tokens_count() {
    String river = "river ".repeat(1_000);
    double whole = embeddings.of(river, ITEM);

    assertThat(embeddings.of("river ".repeat(126) + "a silver button", ITEM)).isEqualTo(whole);
    assertThat(embeddings.of("river ".repeat(100) + "a silver button", ITEM)).isNotEqualTo(whole);
  }

  @Test
  void a_blank_text_is_near_to_nothing() {
    assertThat(embeddings.of(" ", ITEM)).isZero();
    assertThat(embeddings.of("", ITEM)).isZero();
  }

  @Test
  void a_line_is_told_every_five_seconds_of_work_and_a_text_is_embedded_once() {
    embeddings.of("Who?", ITEM);
    assertThat(told).isEmpty();

    now.addAndGet(Duration.ofSeconds(5).toNanos());
    embeddings.of("Who?", ITEM);
    assertThat(told).isEmpty();

    embeddings.of("Why?", ITEM);
    embeddings.of("When?", ITEM);
    assertThat(told).containsExactly("Alignment: 3 texts are embedded.");
  }
}
