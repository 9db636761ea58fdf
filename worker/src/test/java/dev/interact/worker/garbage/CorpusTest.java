package dev.interact.worker.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {
  /** {@code -Dgarbage.rewrite=true} writes the file anew. */
  @Test
  void the_corpus_is_what_its_generator_makes() throws IOException {
    List<String> lines = Corpus.generate().stream().map(Garbage::line).toList();
    if (Boolean.getBoolean("garbage.rewrite")) {
      Files.createDirectories(Garbage.corpus().getParent());
      Files.write(Garbage.corpus(), lines);
    }

    assertThat(Files.readAllLines(Garbage.corpus()).equals(lines)).isTrue();
  }

  @Test
  void it_has_at_least_300_replies_no_two_alike() {
    List<Garbage> all = Garbage.all();

    assertThat(all).hasSizeGreaterThanOrEqualTo(300);
    assertThat(all.stream().map(Garbage::name)).doesNotHaveDuplicates();
    assertThat(all.stream().map(g -> List.of(g.status(), g.headers(), g.missing(), bodyId(g))))
        .doesNotHaveDuplicates();
  }

  private static String bodyId(Garbage garbage) {
    return dev.interact.contracts.Hash.id((Object) garbage.bytes());
  }
}
