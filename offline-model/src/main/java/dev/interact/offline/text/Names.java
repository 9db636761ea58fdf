package dev.interact.offline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names by their capitals. */
public final class Names {

  private static final String CAPITALISED = "(?:(?:St|Dr|Mrs?|Ms)\\. )?\\p{Lu}[\\p{L}-]+";
  private static final Pattern NAME =
      Pattern.compile(CAPITALISED + "(?: (?:of |the |de |von )?" + CAPITALISED + ")*");
  private static final Pattern FIRST_WORD = Pattern.compile("^[\"“‘']?(?:\\p{Lu}\\p{Ll}* )?");

  private Names() {}

  /** The names in a sentence, in order, repeated ones included. */
  public static List<String> in(String sentence) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(withoutOrdinaryStart(sentence));
    while (name.find()) {
      names.add(withoutLeadingStopWord(name.group()));
    }
    return names;
  }

  /** The capital a sentence starts with makes no name, unless another capital follows. */
  private static String withoutOrdinaryStart(String sentence) {
    Matcher first = FIRST_WORD.matcher(sentence);
    boolean named = first.find() && !Stems.of(first.group()).isEmpty();
    boolean followedByCapital =
        first.end() < sentence.length() && Character.isUpperCase(sentence.charAt(first.end()));
    return named && followedByCapital ? sentence : sentence.substring(first.end());
  }

  private static String withoutLeadingStopWord(String name) {
    int space = name.indexOf(' ');
    boolean stopWord = space > 0 && Stems.of(name.substring(0, space)).isEmpty();
    return stopWord ? name.substring(space + 1) : name;
  }
}
