package dev.interact.importer.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds UTF-8 that was read as windows-1252, as in "itâ€™s" for "it’s".
 *
 * @param places in order
 */
record Mojibake(String text, List<Place> places) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String AFTER_WORDS = "…’“”•–—›»«™®©°\u00a0";

  /**
   * Some characters that stand for another.
   *
   * @param end after the last of them
   */
  record Place(int begin, int end, String right) {}

  static Mojibake in(String text) {
    List<Place> places = new ArrayList<>();
    int end = -1; // of the last place
    int at = 0;
    while (at < text.length()) {
      String right = right(text, at, at == end);
      if (right == null) {
        at++;
      } else {
        end = at + right.getBytes(StandardCharsets.UTF_8).length;
        places.add(new Place(at, end, right));
        at = end;
      }
    }
    return new Mojibake(text, places);
  }

  /** The first place as it stands and as it should: "x" for "y". */
  String first() {
    Place first = places.getFirst();
    return "\"%s\" for \"%s\"".formatted(text.substring(first.begin(), first.end()), first.right());
  }

  /** The text with every place put right. */
  String repaired() {
    return woven(words -> words, Place::right);
  }

  /** The text with everything changed but the places. */
  String around(UnaryOperator<String> change) {
    return woven(change, place -> text.substring(place.begin(), place.end()));
  }

  private String woven(UnaryOperator<String> between, Function<Place, String> within) {
    StringBuilder woven = new StringBuilder(text.length());
    int at = 0;
    for (Place place : places) {
      woven.append(between.apply(text.substring(at, place.begin()))).append(within.apply(place));
      at = place.end();
    }
    return woven.append(between.apply(text.substring(at))).toString();
  }

  /**
   * The character that the characters at a place stand for; null if they stand for themselves.
   *
   * @param isInMojibake whether a place has just ended
   */
  private static String right(String text, int at, boolean isInMojibake) {
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
    boolean isMeant = !isInMojibake && mayBeMeant(text, at, length);
    return isMeant ? null : decoded(bytes);
  }

  /** How many bytes a character of UTF-8 has that begins with a byte; 0 if none does. */
  private static int length(char lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  /**
   * A letter at a word's end, and marks that end it: "CAFÉ”", or French quotation marks with their
   * no-break space.
   */
  private static boolean mayBeMeant(String text, int at, int length) {
    int end = at + length;
    boolean isInWord = end < text.length() && Character.isLetter(text.charAt(end));
    boolean areMarks =
        text.substring(at + 1, end).chars().allMatch(c -> AFTER_WORDS.indexOf(c) >= 0);
    char lead = text.charAt(at);
    boolean isUsual = length == 2 && (lead == 'Ã' || lead == 'Â');
    return !isInWord
        && areMarks
        && (!isUsual || at > 0 && Character.isUpperCase(text.charAt(at - 1)));
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
