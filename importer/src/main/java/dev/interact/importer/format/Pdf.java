package dev.interact.importer.format;

import dev.interact.importer.Draft;
import dev.interact.importer.Field;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.source.InputFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads a PDF: the text of all its pages, column by column. */
public final class Pdf {
  private static final int TAIL_BYTES = 2048;

  private Pdf() {}

  public static void read(Reading reading, Consumer<Draft> found) throws IOException {
    requireEnd(reading.file());
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(reading.file().path()),
            IOUtils.createTempFileOnlyStreamCache())) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw new Refused("is protected: its text may not be taken out");
      }
      String text = text(document, reading);
      found.accept(Draft.text(text, labels(document)));
    } catch (InvalidPasswordException e) {
      throw new Refused("is encrypted and needs a password; save it without one");
    } catch (IOException e) {
      throw new Refused("is no PDF that can be read; it may be damaged: " + e.getMessage());
    }
  }

  private static void requireEnd(InputFile file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL_BYTES, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
        throw new Refused("is a PDF that is cut off: its end is missing");
      }
    }
  }

  private static String text(PDDocument document, Reading reading) throws IOException {
    PageRuns pages = new PageRuns(document);
    Paragraphs paragraphs = new Paragraphs();
    int empty = 0;
    int count = document.getNumberOfPages();
    for (int page = 1; page <= count; page++) {
      List<Run> runs = pages.of(page);
      empty += runs.isEmpty() ? 1 : 0;
      paragraphs.add(PageOrder.of(runs));
    }
    if (empty == count) {
      throw new Refused("has no text; if its pages are scans, recognise their text (OCR) first");
    }
    reading.notes().count("pages of %d that have no text".formatted(count), empty);
    return paragraphs.text();
  }

  private static Map<Field, String> labels(PDDocument document) {
    Map<Field, String> labels = new EnumMap<>(Field.class);
    String title = document.getDocumentInformation().getTitle();
    if (title != null && !title.isBlank() && !title.startsWith("Microsoft Word")) {
      labels.put(Field.TITLE, title);
    }
    return labels;
  }
}
