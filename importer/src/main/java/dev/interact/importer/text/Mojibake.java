package dev.interact.importer.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds UTF-8 that was read as windows-1252, as in "itâ€™s" for "it’s", and puts it right.
 *
 * @param text with every place put right
 * @param places how many there were
 * @param first the first of them as it stood and as it should, or null
 */
record Mojibake(String text, int places, String first) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String QUOTES_AND_DASHES = "‚„…‹‘’“”•–—›";

  static Mojibake in(String text) {
    StringBuilder repaired = new StringBuilder(text.length());
    int places = 0;
    String first = null;
    int at = 0;
    while (at < text.length()) {
      String right = right(text, at);
      int length = right == null ? 1 : right.getBytes(StandardCharsets.UTF_8).length;
      if (right != null && places++ == 0) {
        first = "\"%s\" for \"%s\"".formatted(text.substring(at, at + length), right);
      }
      repaired.append(right == null ? text.substring(at, at + 1) : right);
      at += length;
    }
    return new Mojibake(repaired.toString(), places, first);
  }

  /** The character that the characters at a place stand for; null if they stand for themselves. */
  private static String right(String text, int at) {
    int length = length(text.charAt(at));
    if (length == 0 || at + length > text.length()) {
      return null;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int octet = octet(text.charAt(at + i));
      if (octet < 0) {
        return null;
      }
      bytes[i] = (byte) octet;
    }
    return length == 2 && mayBeMeant(text, at) ? null : decoded(bytes);
  }

  /** How many bytes a character of UTF-8 has that begins with a byte; 0 if none does. */
  private static int length(char lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  /** A capital at the end of a word in capitals, and a quotation mark after it. */
  private static boolean mayBeMeant(String text, int at) {
    return QUOTES_AND_DASHES.indexOf(text.charAt(at + 1)) >= 0
        && (text.charAt(at) != 'Ã' && text.charAt(at) != 'Â'
            || at > 0 && Character.isUpperCase(text.charAt(at - 1)));
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The byte that was read as a character, from 128; -1 if none was. */
  private static int octet(char c) {
    if (c >= 0x80 && c <= 0xff) {
      return c;
    }
    if (c < 0x80 || !WINDOWS.newEncoder().canEncode(c)) {
      return -1;
    }
    return String.valueOf(c).getBytes(WINDOWS)[0] & 0xff;
  }
}
