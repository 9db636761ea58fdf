package dev.interact.importer.format;

import dev.interact.importer.Refused;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the runs of text from the pages of a PDF, with their places. */
final class PageRuns extends PDFTextStripper {
  private static final int MAX_CHARACTERS = 32_000_000;

  private final PDDocument document;
  private final List<Run> runs = new ArrayList<>();
  private long characters;

  PageRuns(PDDocument document) {
    this.document = document;
  }

  /**
   * The runs of a page, in the order in which they are drawn.
   *
   * @param page from 1
   */
  List<Run> of(int page) throws IOException {
    runs.clear();
    setStartPage(page);
    setEndPage(page);
    writeText(document, Writer.nullWriter());
    return List.copyOf(runs);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    characters += text.length();
    if (characters > MAX_CHARACTERS) {
      throw new Refused("has more than %,d characters; split it".formatted(MAX_CHARACTERS));
    }
    if (text.isBlank() || positions.isEmpty()) {
      return;
    }
    float left = Float.MAX_VALUE;
    float right = 0;
    float height = 0;
    for (TextPosition position : positions) {
      if (!position.getUnicode().isBlank()) {
        left = Math.min(left, position.getXDirAdj());
        right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
        height = Math.max(height, position.getFontSizeInPt());
      }
    }
    float size = height > 0 ? height : 1;
    runs.add(new Run(text.strip(), left, positions.getFirst().getYDirAdj(), right - left, size));
  }
}
