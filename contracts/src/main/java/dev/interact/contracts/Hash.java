package dev.interact.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content hashes: SHA-256 over length-prefixed parts, so that ("ab","c") and ("a","bc") differ. Ids
 * of studies, dialogues and calls are such hashes, cut to 128 bits and written in hexadecimal.
 */
public final class Hash {
  private static final int ID_HEX_DIGITS = 32;

  private Hash() {}

  /**
   * The id of some content.
   *
   * @param parts what the id depends on, in order; null counts as a part of its own
   * @return 32 hexadecimal digits
   */
  public static String id(Object... parts) {
    return HexFormat.of().formatHex(digest(parts)).substring(0, ID_HEX_DIGITS);
  }

  /**
   * A number drawn from some content, for seeds on the wire.
   *
   * @return a value from 0 to 2^31 - 1, which every provider accepts as a seed
   */
  public static int seed(Object... parts) {
    return ByteBuffer.wrap(digest(parts)).getInt() & Integer.MAX_VALUE;
  }

  /** As {@link #seed}, with 64 bits, for generators of our own. */
  public static long longSeed(Object... parts) {
    return ByteBuffer.wrap(digest(parts)).getLong();
  }

  private static byte[] digest(Object... parts) {
    MessageDigest sha = sha256();
    for (Object part : parts) {
      byte[] bytes = bytes(part);
      sha.update(
          ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).flip());
      sha.update(bytes);
    }
    return sha.digest();
  }

  private static byte[] bytes(Object part) {
    return switch (part) {
      case null -> new byte[0];
      case byte[] raw -> raw;
      default -> part.toString().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
