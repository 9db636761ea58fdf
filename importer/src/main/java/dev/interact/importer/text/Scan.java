package dev.interact.importer.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Whether bytes are text in an encoding, looked at piece by piece.
 *
 * @param firstBad offset of the first byte that is none; -1 if all are
 * @param line that it is in, from 1
 * @param bad how many places are no text in this encoding
 * @param beyondAscii how many characters are not ASCII
 * @param controls characters that no text has: NUL and the like
 */
record Scan(long firstBad, long line, long bad, long beyondAscii, long controls) {
  private static final int PIECE = 1 << 16;

  static Scan of(InputStream in, Charset charset) throws IOException {
    return new Run(in, charset).scan();
  }

  boolean isClean() {
    return bad == 0;
  }

  private static final class Run {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(2 * PIECE);
    private long offset;
    private long lines = 1;
    private long firstBad = -1;
    private long badLine;
    private long bad;
    private long beyondAscii;
    private long controls;

    private Run(InputStream in, Charset charset) {
      this.in = in;
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private Scan scan() throws IOException {
      boolean atEnd = false;
      while (!atEnd) {
        atEnd = !fill();
        decode(atEnd);
      }
      return new Scan(firstBad, badLine, bad, beyondAscii, controls);
    }

    private boolean fill() throws IOException {
      offset += bytes.position();
      bytes.compact();
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(0, read)).flip();
      return read >= 0;
    }

    private void decode(boolean atEnd) {
      CoderResult result;
      do {
        result = decoder.decode(bytes, characters, atEnd);
        count();
        if (result.isError()) {
          bad++;
          if (firstBad < 0) {
            firstBad = offset + bytes.position();
            badLine = lines;
          }
          bytes.position(bytes.position() + result.length());
        }
      } while (result.isError() || result.isOverflow());
    }

    private void count() {
      characters.flip();
      while (characters.hasRemaining()) {
        char next = characters.get();
        beyondAscii += next > 0x7f ? 1 : 0;
        lines += next == '\n' ? 1 : 0;
        controls += isControl(next) ? 1 : 0;
      }
      characters.clear();
    }

    private static boolean isControl(char c) {
      return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0b;
    }
  }
}
