package dev.interact.study.file;

import java.io.BufferedInputStream;
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

  private Utf8Lines() {}

  /** Hands over each line, which may be blank, and its number from 1. */
  public static void forEach(Path file, ObjIntConsumer<byte[]> consumer) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int number = 1;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          consumer.accept(line.toByteArray(), number++);
          line.reset();
        } else {
          line.write(next);
        }
      }
      consumer.accept(line.toByteArray(), number);
    }
  }

  /** Decodes strictly; a byte order mark is left out. */
  public static String decode(byte[] line) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
