package dev.interact.importer.format;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of HTML in the lines that a browser shows: a blank line around a block. */
final class HtmlText implements NodeVisitor {
  /** Handled by themselves, or no lines of their own. */
  private static final Set<String> NO_BLOCKS = Set.of("br", "tbody", "thead", "td", "th");

  private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd", "option", "figcaption");

  private final StringBuilder text = new StringBuilder();
  private int preformatted;

  private HtmlText() {}

  static String of(Element root) {
    HtmlText visitor = new HtmlText();
    NodeTraversor.traverse(visitor, root);
    return visitor.text.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words);
    } else if (node instanceof Element element) {
      begin(element);
    }
  }

  private void add(TextNode node) {
    if (preformatted > 0) {
      text.append(node.getWholeText());
      return;
    }
    // Not what Java takes for white space: a no-break space is the text's own.
    String words = node.getWholeText().replaceAll("[ \t\n\r\f]+", " ");
    text.append(isAtLineStart() && words.startsWith(" ") ? words.substring(1) : words);
  }

  private void begin(Element element) {
    String tag = element.normalName();
    preformatted += tag.equals("pre") ? 1 : 0;
    switch (tag) {
      case "br" -> lines(text.length() == 0 ? 0 : newlines() + 1);
      case "td", "th" -> {
        if (element.previousElementSibling() != null) {
          text.append('\t');
        }
      }
      default -> block(element);
    }
    if (tag.equals("li")) {
      text.append("- ");
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      preformatted -= element.normalName().equals("pre") ? 1 : 0;
      block(element);
    }
  }

  private void block(Element element) {
    String tag = element.normalName();
    if (LINES.contains(tag)) {
      lines(1);
    } else if (element.isBlock() && !NO_BLOCKS.contains(tag)) {
      lines(2);
    }
  }

  /** Ends the line, with so many line feeds in all. */
  private void lines(int wanted) {
    if (preformatted == 0) {
      while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
    }
    for (int have = text.isEmpty() ? wanted : newlines(); have < wanted; have++) {
      text.append('\n');
    }
  }

  private int newlines() {
    int count = 0;
    while (count < text.length() && text.charAt(text.length() - 1 - count) == '\n') {
      count++;
    }
    return count;
  }

  private boolean isAtLineStart() {
    return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
  }
}
