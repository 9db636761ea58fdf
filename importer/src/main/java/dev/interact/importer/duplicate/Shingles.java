package dev.interact.importer.duplicate;

import dev.interact.importer.text.Scripts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The overlapping pieces of a text: five words each, or five letters where a script has no spaces.
 *
 * @param hashes of the pieces, ascending, each once
 */
record Shingles(long[] hashes) {
  static final int BANDS = 10;
  private static final int ROWS = 6;
  private static final int LENGTH = 5;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  /** What makes hash functions of one; the same at each run. */
  private static final long[] SEEDS = new SplittableRandom(42).longs(BANDS * ROWS).toArray();

  static Shingles of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> pieces =
        Scripts.of(text).isWithoutSpaces()
            ? BETWEEN_WORDS
                .matcher(lower)
                .replaceAll("")
                .codePoints()
                .mapToObj(Character::toString)
                .toList()
            : BETWEEN_WORDS.splitAsStream(lower).filter(word -> !word.isEmpty()).toList();
    long[] hashes = pieces.stream().mapToLong(Shingles::hash).toArray();
    int length = Math.min(LENGTH, hashes.length);
    return new Shingles(
        LongStream.rangeClosed(0, hashes.length - length)
            .map(begin -> joined(hashes, (int) begin, length))
            .sorted()
            .distinct()
            .toArray());
  }

  private static long hash(String piece) {
    long hash = 0;
    for (int i = 0; i < piece.length(); i++) {
      hash = mixed(hash + piece.charAt(i));
    }
    return hash;
  }

  private static long joined(long[] hashes, int begin, int length) {
    long hash = 0;
    for (int i = begin; i < begin + length; i++) {
      hash = mixed(hash + hashes[i]);
    }
    return hash;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * MinHash in bands: of two texts with a Jaccard index of 0.9 some band is the same in 99.9 % of
   * cases.
   */
  long[] bands() {
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = mixed(hash + least(SEEDS[band * ROWS + row]));
      }
      bands[band] = hash;
    }
    return bands;
  }

  private long least(long seed) {
    long least = Long.MAX_VALUE;
    for (long hash : hashes) {
      least = Math.min(least, mixed(hash ^ seed));
    }
    return least;
  }

  /** The share of pieces that two texts have in common, of all that they have: 0 to 1. */
  double jaccard(Shingles other) {
    int common = 0;
    for (long hash : hashes) {
      common += Arrays.binarySearch(other.hashes, hash) >= 0 ? 1 : 0;
    }
    int all = hashes.length + other.hashes.length - common;
    return all == 0 ? 1 : (double) common / all;
  }
}
