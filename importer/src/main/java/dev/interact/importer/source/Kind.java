package dev.interact.importer.source;

import dev.interact.importer.Reader;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.format.Html;
import dev.interact.importer.format.Markdown;
import dev.interact.importer.format.Pdf;
import dev.interact.importer.format.Picture;
import dev.interact.importer.format.PlainText;
import dev.interact.importer.table.Delimited;
import dev.interact.importer.table.JsonRows;
import dev.interact.importer.table.ParquetRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are read. */
public enum Kind {
  TEXT(PlainText::read, "txt", "text"),
  MARKDOWN(Markdown::read, "md", "markdown"),
  HTML(Html::read, "html", "htm", "xhtml"),
  PDF(Pdf::read, "pdf"),
  CSV(Delimited::csv, "csv"),
  TSV(Delimited::tsv, "tsv", "tab"),
  JSONL(JsonRows::lines, "jsonl", "ndjson"),
  JSON(JsonRows::document, "json"),
  PARQUET(ParquetRows::read, "parquet"),
  IMAGE(Picture::read, "png", "jpg", "jpeg");

  private static final int HEAD_BYTES = 1024;

  private final Reader reader;
  private final List<String> endings;

  Kind(Reader reader, String... endings) {
    this.reader = reader;
    this.endings = List.of(endings);
  }

  /** What reads it. */
  public Reader reader() {
    return reader;
  }

  /** Its name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a file is: by its first bytes if these tell, otherwise by its ending.
   *
   * @return empty if it is nothing that is read
   * @throws Refused if it must not be read
   */
  public static Optional<Kind> of(Reading reading) throws IOException {
    InputFile file = reading.file();
    byte[] head = head(file);
    Optional<Kind> named = ofEnding(file.ending());
    Optional<Magic> magic = Magic.of(head);
    if (Magic.isTar(head)) {
      throw new Refused("is a tar archive; unpack it and import its files");
    }
    if (magic.isPresent()) {
      return ofMagic(magic.get(), named, reading);
    }
    if (named.isPresent() && isKnownByHead(named.get())) {
      throw new Refused(
          "has the name of %s and not its first bytes; it is damaged or something else"
              .formatted(named.get().label().toUpperCase(Locale.ROOT)));
    }
    return named;
  }

  private static Optional<Kind> ofMagic(Magic magic, Optional<Kind> named, Reading reading) {
    Kind kind =
        switch (magic) {
          case PDF -> PDF;
          case PNG, JPEG -> IMAGE;
          case PARQUET -> PARQUET;
          case ZIP, GZIP, BZIP2, XZ, ZSTD, SEVEN_ZIP, RAR ->
              throw new Refused("is %s; unpack it and import its files".formatted(magic.title()));
          case OLE, RTF, POSTSCRIPT ->
              throw new Refused("is %s; save it as text, HTML or PDF".formatted(magic.title()));
          case GIF, WEBP_OR_WAVE, TIFF, BMP, ELF, SQLITE, ARROW, HDF5, OGG, MP3 -> null;
        };
    if (kind == null && named.isPresent() && !isPlain(named.get(), magic)) {
      throw new Refused("is %s, which is not read".formatted(magic.title()));
    }
    if (kind != null && named.isPresent() && named.get() != kind) {
      reading.notes().say("is %s, whatever its name says".formatted(magic.title()));
    }
    return kind == null && named.isPresent() ? named : Optional.ofNullable(kind);
  }

  /** Two letters may begin a text as well. */
  private static boolean isPlain(Kind named, Magic magic) {
    return !isKnownByHead(named) && (magic == Magic.BMP || magic == Magic.MP3);
  }

  private static boolean isKnownByHead(Kind kind) {
    return kind == PDF || kind == IMAGE || kind == PARQUET;
  }

  private static Optional<Kind> ofEnding(String ending) {
    return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
  }

  /** Whether a file has the name of an image. */
  public static boolean isImageByName(InputFile file) {
    return IMAGE.endings.contains(file.ending());
  }

  private static byte[] head(InputFile file) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      return in.readNBytes(HEAD_BYTES);
    }
  }
}
