package dev.interact.cli.input;

import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small file of UTF-8 that the user has named. */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads it whole.
   *
   * @throws InvalidInput if it is not there, is not UTF-8 or cannot be read
   */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw InvalidInput.of(file.toString(), "there is no such file");
    } catch (CharacterCodingException e) {
      throw InvalidInput.of(file.toString(), "is not UTF-8");
    } catch (IOException e) {
      throw InvalidInput.of(file.toString(), "cannot be read: " + e.getMessage());
    }
  }
}
