package dev.interact.study.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;

/** Reads a file line by line, each on its own, so that a line in another encoding is told. */
public final class Utf8Lines {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int BLOCK = 1 << 16;

  private Utf8Lines() {}

  /** Hands over each line, which may be blank, and its number from 1. */
  public static void forEach(Path file, ObjIntConsumer<byte[]> consumer) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Splitter lines = new Splitter(consumer);
      byte[] block = new byte[BLOCK];
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        lines.add(block, length);
      }
      lines.end();
    }
  }

  /** Cuts what it is given at each line feed. */
  private static final class Splitter {
    private final ObjIntConsumer<byte[]> consumer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int number = 1;

    Splitter(ObjIntConsumer<byte[]> consumer) {
      this.consumer = consumer;
    }

    void add(byte[] block, int length) {
      int start = 0;
      for (int at = 0; at < length; at++) {
        if (block[at] == '\n') {
          line.write(block, start, at - start);
          end();
          start = at + 1;
        }
      }
      line.write(block, start, length - start);
    }

    void end() {
      consumer.accept(line.toByteArray(), number++);
      line.reset();
    }
  }

  /** Decodes strictly; a byte order mark is left out. */
  public static String decode(byte[] line) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
