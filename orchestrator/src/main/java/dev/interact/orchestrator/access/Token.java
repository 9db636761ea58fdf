package dev.interact.orchestrator.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder has it. It begins with a word by which scanners of code find one that has got
 * lost; a plain hash keeps the secret, for nobody guesses 256 random bits.
 */
record Token(String id, String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 6;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("interact_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");

  static Token fresh() {
    return new Token(
        HexFormat.of().formatHex(random(ID_BYTES)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES)));
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** Empty where a text is no key at all. */
  static Optional<Token> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Token(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  String text() {
    return "interact_%s_%s".formatted(id, secret);
  }

  byte[] hash() {
    return hash(secret);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Without the secret, wherever it may be printed. */
  @Override
  public String toString() {
    return "interact_%s_…".formatted(id);
  }
}
