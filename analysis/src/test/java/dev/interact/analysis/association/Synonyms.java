package dev.interact.analysis.association;

import dev.interact.analysis.features.Alignment;

/** A text is near an item where it has the synonym of the last word of the item's question. */
record Synonyms() implements Alignment {
  /** Says the same in other words. */
  static String of(String text) {
    return text.replace('k', 's').replace('z', 't');
  }

  @Override
  public double of(String text, String item) {
    String question = item.lines().findFirst().orElseThrow().replace("?", "");
    String last = question.substring(question.lastIndexOf(' ') + 1);
    return text.contains(of(last)) ? 1 : 0;
  }

  @Override
  public String description() {
    return "whether a text has the synonym";
  }
}
