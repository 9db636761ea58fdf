package dev.interact.offline.text;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.StringHelper;

/** Chance without state: the same seed and subject give the same draw, on every machine. */
public record Chance(long seed) {

  private static final String SEPARATOR = "\u0000";

  /** A number between 0 and 1, uniform over seeds and over subjects, never 0 or 1 itself. */
  public double draw(String... subject) {
    String all = seed + SEPARATOR + String.join(SEPARATOR, subject);
    byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
    int hash = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 0);
    return (Integer.toUnsignedLong(hash) + 0.5) / (1L << 32);
  }

  /** Gumbel noise: the candidate whose score plus noise is largest is a softmax sample. */
  public double gumbel(String... subject) {
    return -Math.log(-Math.log(draw(subject)));
  }
}
