package dev.interact.importer.text;

import dev.interact.importer.Notes;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of whatever origin in one form. */
public final class Texts {
  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u000b\f\u0085\u2028\u2029]");
  private static final Pattern NO_BREAK_SPACE = Pattern.compile("[\u00a0\u2007\u202f]");
  private static final Pattern SOFT_HYPHEN = Pattern.compile("\u00ad");
  private static final Pattern MARK = Pattern.compile("\ufeff");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");
  private static final Pattern BLANK_BEGIN = Pattern.compile("\\A\\s*\\n");
  private static final String REPLACEMENT = "\ufffd";

  private Texts() {}

  /**
   * The text in Unicode's normal form C, with line feeds for ends of lines, spaces for no-break
   * spaces, without control characters and soft hyphens, and without blank lines around it. Nothing
   * else is changed.
   *
   * @param repair whether mojibake is put right; otherwise it is noted
   */
  public static String normal(String raw, boolean repair, Notes notes) {
    Mojibake mojibake = Mojibake.in(raw);
    int places = mojibake.places().size();
    notes.count("replacement characters, for which something was lost before", replacements(raw));
    String text;
    if (places == 0) {
      text = cleaned(raw, notes);
    } else if (repair) {
      notes.count("mojibake that was put right, such as " + mojibake.first(), places);
      text = cleaned(mojibake.repaired(), notes);
    } else {
      notes.count("mojibake, such as " + mojibake.first(), places);
      text = mojibake.around(words -> cleaned(words, notes));
    }
    return trimmed(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static String cleaned(String raw, Notes notes) {
    String text = LINE_END.matcher(raw).replaceAll("\n");
    text = replaced(text, NO_BREAK_SPACE, " ", "no-break spaces that became spaces", notes);
    text = replaced(text, SOFT_HYPHEN, "", "soft hyphens that were removed", notes);
    text = replaced(text, MARK, "", "byte order marks that were removed", notes);
    text = replaced(text, HALF, "", "halves of characters that were removed", notes);
    return replaced(text, CONTROL, "", "control characters that were removed", notes);
  }

  private static String replaced(String text, Pattern what, String by, String note, Notes notes) {
    Matcher matcher = what.matcher(text);
    StringBuilder replaced = new StringBuilder(text.length());
    int count = 0;
    while (matcher.find()) {
      matcher.appendReplacement(replaced, by);
      count++;
    }
    notes.count(note, count);
    return count == 0 ? text : matcher.appendTail(replaced).toString();
  }

  private static long replacements(String text) {
    return text.length() - text.replace(REPLACEMENT, "").length();
  }

  private static String trimmed(String text) {
    return BLANK_BEGIN.matcher(text).replaceFirst("").stripTrailing();
  }
}
