package dev.interact.importer.text;

import dev.interact.importer.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/**
 * The encoding of a file, every byte of which is text in it.
 *
 * @param mark how many bytes its byte order mark takes
 * @param from how it was found: byte order mark, stated, UTF-8 throughout, declared, or guessed
 */
public record Encoding(Charset charset, int mark, String from) {
  private static final int SAMPLE = 1 << 16;
  private static final int LEAST_CONFIDENCE = 15;
  private static final String[] MARKED = {"UTF-8", "UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"};

  /**
   * Finds the encoding of a file.
   *
   * @param stated by the user; null to find out
   * @param declared by the file itself; null where it declares none
   * @throws Refused if some byte is no text in it, with its place, or if it looks like no text
   */
  public static Encoding of(Path file, Charset stated, Charset declared) throws IOException {
    Encoding found = find(file, stated, declared);
    Scan scan = scan(file, found.charset(), found.mark());
    if (!scan.isClean()) {
      throw bad(found.charset(), scan);
    }
    if (scan.controls() > 0 && scan.controls() * 50 > Files.size(file)
        || scan.controls() > 100 && scan.controls() * 1000 > Files.size(file)) {
      throw new Refused("is no text: it is full of control characters");
    }
    return found;
  }

  private static Encoding find(Path file, Charset stated, Charset declared) throws IOException {
    byte[] head = sample(file, 0);
    for (String name : MARKED) {
      Charset charset = Charset.forName(name);
      byte[] mark = "\uFEFF".getBytes(charset);
      if (head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length)) {
        return new Encoding(charset, mark.length, "byte order mark");
      }
    }
    if (stated != null) {
      return new Encoding(stated, 0, "stated");
    }
    Charset wide = wide(head);
    if (wide != null) {
      return new Encoding(wide, 0, "guessed");
    }
    Scan utf8 = scan(file, StandardCharsets.UTF_8, 0);
    if (utf8.isClean() && (utf8.beyondAscii() > 0 || declared == null)) {
      return new Encoding(StandardCharsets.UTF_8, 0, "UTF-8 throughout");
    }
    if (declared != null && !(declared.equals(StandardCharsets.UTF_8) && !utf8.isClean())) {
      return new Encoding(declared, 0, "declared");
    }
    return guessed(file, utf8);
  }

  /** UTF-16 without a mark: nearly every other byte of Latin letters is 0. */
  private static Charset wide(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    int half = head.length / 2;
    if (half < 4 || Math.max(zeros[0], zeros[1]) < 0.6 * half || zeros[0] > 0 && zeros[1] > 0) {
      return null;
    }
    return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  private static Encoding guessed(Path file, Scan utf8) throws IOException {
    boolean isDamagedUtf8 = utf8.beyondAscii() >= utf8.bad();
    byte[] sample = sample(file, Math.max(0, utf8.firstBad() - SAMPLE / 2));
    CharsetMatch match = isDamagedUtf8 ? null : new CharsetDetector().setText(sample).detect();
    if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
      throw bad(StandardCharsets.UTF_8, utf8);
    }
    try {
      return new Encoding(Charset.forName(windows(match.getName())), 0, "guessed");
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw bad(StandardCharsets.UTF_8, utf8);
    }
  }

  /** Windows' encodings hold what the standard ones do, and the quotes that people type. */
  private static String windows(String name) {
    return "ISO-8859-1".equals(name) ? "windows-1252" : name;
  }

  private static Refused bad(Charset charset, Scan scan) {
    return new Refused(
        "is not %s: the byte at offset %,d (line %,d)%s is no text in it; state the encoding with --encoding, or mend the file"
            .formatted(
                charset.name(),
                scan.firstBad(),
                scan.line(),
                scan.bad() == 1 ? "" : " and %,d more".formatted(scan.bad() - 1)));
  }

  private static Scan scan(Path file, Charset charset, int mark) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.skipNBytes(mark);
      return Scan.of(in, charset);
    }
  }

  private static byte[] sample(Path file, long from) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(from);
      return in.readNBytes(SAMPLE);
    }
  }

  /** Opens a file in this encoding, without its mark. */
  public Reader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** As it is told to the user: "windows-1252 (guessed)". */
  public String told() {
    return "%s (%s)".formatted(charset.name(), from);
  }
}
