package dev.interact.chat;

import java.util.Map;

/** Fills Mustache templates: values are put in as they are, and are never read as templates. */
public final class Template {
  private Template() {}

  /** The text of a template; surrounding white space is cut. */
  public static String fill(String template, Map<String, ?> values) {
    return Compiled.of(template).execute(values).strip();
  }
}
