package dev.interact.chat;

import com.samskivert.mustache.Mustache;
import java.util.Map;

/** Fills Mustache templates: values are put in as they are, and are never read as templates. */
public final class Template {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).defaultValue("");

  private Template() {}

  /** The text of a template; surrounding white space is cut. */
  public static String fill(String template, Map<String, ?> values) {
    return COMPILER.compile(template).execute(values).strip();
  }
}
