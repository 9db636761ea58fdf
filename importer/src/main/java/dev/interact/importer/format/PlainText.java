package dev.interact.importer.format;

import dev.interact.importer.Draft;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.text.Encoding;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;

/** Reads plain text: the file is one concept. */
public final class PlainText {
  private static final int MEBIBYTE = 1 << 20;

  /** Twice what fits in a message: a text in UTF-16 is shorter in UTF-8. */
  private static final int MAX_BYTES = 32 * MEBIBYTE;

  private PlainText() {}

  public static void read(Reading reading, Consumer<Draft> found) throws IOException {
    found.accept(Draft.text(whole(reading, null), Map.of()));
  }

  /**
   * A whole file as text.
   *
   * @param declared the encoding that the file itself names; null for none
   */
  static String whole(Reading reading, Charset declared) throws IOException {
    long size = Files.size(reading.file().path());
    if (size > MAX_BYTES) {
      throw new Refused(
          "has %,d bytes; a text that is one concept may have %,d at most; split it"
              .formatted(size, MAX_BYTES));
    }
    Encoding encoding =
        Encoding.of(reading.file().path(), reading.options().texts().encoding(), declared);
    reading.encoding(encoding);
    StringWriter text = new StringWriter((int) size);
    try (Reader in = encoding.open(reading.file().path())) {
      in.transferTo(text);
    }
    return text.toString();
  }
}
