package dev.interact.orchestrator.size;

import java.io.Writer;

/** Counts what is written, and keeps nothing of it. */
final class TextCount extends Writer {
  private long characters;
  private long bytes;

  long characters() {
    return characters;
  }

  /** In UTF-8, or more where the text has characters beyond U+FFFF. */
  long bytes() {
    return bytes;
  }

  @Override
  public void write(char[] buffer, int from, int length) {
    characters += length;
    for (int i = from; i < from + length; i++) {
      bytes += bytes(buffer[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) {
    characters += length;
    for (int i = from; i < from + length; i++) {
      bytes += bytes(text.charAt(i));
    }
  }

  @Override
  public TextCount append(CharSequence text) {
    String all = text.toString();
    write(all, 0, all.length());
    return this;
  }

  /** Half of a pair counts as if it stood alone, where a character of three bytes replaces it. */
  private static int bytes(char character) {
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 ? 2 : 3;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
