package dev.interact.tables;

/** How texts stand in CSV, by RFC 4180. */
public final class CsvText {
  /** At the end of every row. */
  public static final String LINE_END = "\r\n";

  private static final String FORMULA = "=+-@\t\r";

  private CsvText() {}

  /**
   * A text as a cell, in quotes where it needs them. What a spreadsheet would take for a formula
   * stands behind an apostrophe.
   */
  public static String cell(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String harmless = isFormula ? "'" + text : text;
    boolean isPlain =
        !harmless.isEmpty() && harmless.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return isPlain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
