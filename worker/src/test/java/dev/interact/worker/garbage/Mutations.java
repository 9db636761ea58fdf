package dev.interact.worker.garbage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Random changes to good inputs, the same for the same seed. */
public final class Mutations {
  private static final int ROUNDS = 20_000;
  private static final int MOST_CHANGES = 4;
  private static final int LONGEST_COPY = 40;
  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "-1",
          "1e999",
          "0.5",
          "\\u0000",
          "\\ud83d",
          "\\",
          "\n",
          "\r\n",
          "\t",
          "\u0000",
          "\u001b[31m",
          "\uFFFD",
          "漢",
          "\u2028",
          "99999999999999999999",
          "1.",
          "A",
          "answer",
          "option",
          "```",
          "<think>",
          "</think>",
          "**");

  private final Random random;

  private Mutations(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Gives a check 20,000 changed inputs; what it throws is told with the seed and the round.
   *
   * @param good inputs to start from
   */
  public static void fuzz(long seed, List<byte[]> good, Consumer<byte[]> check) {
    System.out.println("seed " + seed);
    Mutations mutations = new Mutations(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = mutations.changed(good.get(round % good.size()));
      try {
        check.accept(input);
      } catch (Throwable e) {
        throw new AssertionError(
            "seed %d, round %d: %s"
                .formatted(seed, round, new String(input, StandardCharsets.UTF_8)),
            e);
      }
    }
  }

  private byte[] changed(byte[] good) {
    byte[] input = good;
    for (int i = random.nextInt(MOST_CHANGES) + 1; i > 0; i--) {
      input = changedOnce(input);
    }
    return input;
  }

  private byte[] changedOnce(byte[] input) {
    int at = random.nextInt(input.length + 1);
    int to = Math.min(input.length, at + random.nextInt(LONGEST_COPY));
    byte[] before = Arrays.copyOf(input, at);
    byte[] piece = Arrays.copyOfRange(input, at, to);
    byte[] after = Arrays.copyOfRange(input, to, input.length);
    return switch (random.nextInt(6)) {
      case 0 -> before;
      case 1 -> joined(before, after);
      case 2 -> joined(before, piece, piece, after);
      case 3 -> joined(before, noise(), after);
      case 4 -> joined(before, word(), piece, after);
      case 5 -> joined(after, piece, before);
      default -> throw new IllegalStateException();
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(5) + 1];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
