package dev.interact.orchestrator.rest;

/** What someone looks for, as a pattern of {@code ilike … escape '!'}. */
public final class SearchedText {
  private SearchedText() {}

  /** Whatever has it in it. */
  public static String within(String text) {
    return "%" + beginning(text);
  }

  /** Whatever begins with it. */
  public static String beginning(String text) {
    return text.replaceAll("([!%_])", "!$1") + "%";
  }
}
