package dev.interact.importer.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes, where these tell. */
public enum Magic {
  PDF("a PDF", "%PDF-"),
  PNG("a PNG image", "\u0089PNG\r\n\u001a\n"),
  JPEG("a JPEG image", "\u00ff\u00d8\u00ff"),
  PARQUET("a Parquet file", "PAR1"),
  ZIP(
      "a ZIP archive (as Word, OpenDocument and EPUB files are)",
      "PK\u0003\u0004",
      "PK\u0005\u0006"),
  GZIP("a gzip archive", "\u001f\u008b"),
  BZIP2("a bzip2 archive", "BZh"),
  XZ("an xz archive", "\u00fd7zXZ\u0000"),
  ZSTD("a zstd archive", "(\u00b5/\u00fd"),
  SEVEN_ZIP("a 7z archive", "7z\u00bc\u00af\u0027\u001c"),
  RAR("a RAR archive", "Rar!\u001a\u0007"),
  OLE("an old Office document", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
  RTF("an RTF document", "{\\rtf"),
  POSTSCRIPT("a PostScript file", "%!PS"),
  GIF("a GIF image", "GIF87a", "GIF89a"),
  WEBP_OR_WAVE("a RIFF file (WebP, WAV, AVI)", "RIFF"),
  TIFF("a TIFF image", "II*\u0000", "MM\u0000*"),
  BMP("a BMP image", "BM\u0000", "BM6", "BM8"),
  ELF("a program", "\u007fELF", "MZ\u0090", "\u00ca\u00fe\u00ba\u00be"),
  SQLITE("an SQLite database", "SQLite format 3"),
  ARROW("an Arrow file", "ARROW1"),
  HDF5("an HDF5 file", "\u0089HDF\r\n"),
  OGG("an Ogg file", "OggS"),
  MP3("an MP3 file", "ID3");

  private static final byte[] TAR = "ustar".getBytes(StandardCharsets.ISO_8859_1);
  private static final int TAR_OFFSET = 257;

  private final String title;
  private final byte[][] heads;

  Magic(String title, String... heads) {
    this.title = title;
    this.heads =
        Arrays.stream(heads)
            .map(head -> head.getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
  }

  /** With its article: "a ZIP archive". */
  public String title() {
    return title;
  }

  /** What a file that begins so is, if that is known. */
  public static Optional<Magic> of(byte[] begin) {
    return Arrays.stream(values())
        .filter(magic -> Arrays.stream(magic.heads).anyMatch(head -> isAt(begin, 0, head)))
        .findFirst();
  }

  /** Whether a file that begins so is a tar archive, whose mark comes late. */
  public static boolean isTar(byte[] begin) {
    return isAt(begin, TAR_OFFSET, TAR);
  }

  private static boolean isAt(byte[] bytes, int offset, byte[] head) {
    int end = offset + head.length;
    return bytes.length >= end && Arrays.equals(bytes, offset, end, head, 0, head.length);
  }
}
