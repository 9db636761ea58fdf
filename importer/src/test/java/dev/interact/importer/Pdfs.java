package dev.interact.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** PDFs that tests make. */
final class Pdfs {
  private static final float SIZE = 10;

  private Pdfs() {}

  /** A line of text and where it stands. */
  record Line(float x, float y, String text) {}

  private interface Change {
    void to(PDDocument document) throws IOException;
  }

  /** A page with lines, drawn in the order that is given. */
  static byte[] of(List<Line> lines) {
    return made(lines, document -> {});
  }

  static byte[] encrypted(String password, boolean mayExtract) {
    AccessPermission permission = new AccessPermission();
    permission.setCanExtractContent(mayExtract);
    return made(
        List.of(new Line(50, 700, "a secret")),
        document -> document.protect(new StandardProtectionPolicy("owner", password, permission)));
  }

  private static byte[] made(List<Line> lines, Change change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      if (!lines.isEmpty()) {
        PDFont font = font(document);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          for (Line line : lines) {
            content.beginText();
            content.setFont(font, SIZE);
            content.newLineAtOffset(line.x(), line.y());
            content.showText(line.text());
            content.endText();
          }
        }
      }
      change.to(document);
      document.save(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** Has Latin, Cyrillic and Hebrew letters. */
  private static PDFont font(PDDocument document) throws IOException {
    String name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    try (InputStream font = PDDocument.class.getResourceAsStream(name)) {
      return PDType0Font.load(document, font);
    }
  }
}
