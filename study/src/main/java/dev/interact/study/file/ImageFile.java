package dev.interact.study.file;

import dev.interact.contracts.Topics;
import dev.interact.study.Concept.Image;
import dev.interact.study.input.InvalidField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads an image that lies beside a concept file. */
final class ImageFile {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  private ImageFile() {}

  /**
   * Reads an image.
   *
   * @param folder that the concept file is in
   * @throws InvalidField if there is no PNG or JPEG at the path, or it leads out of the folder
   */
  static Image read(Path folder, String path) {
    try {
      Path home = folder.toRealPath();
      Path file = home.resolve(path).normalize();
      if (!file.startsWith(home) || !file.toRealPath().startsWith(home)) {
        throw refused(path, "leads out of the concept file's folder");
      }
      if (!Files.isRegularFile(file)) {
        throw refused(path, "is no file");
      }
      if (Files.size(file) > Topics.MAX_MESSAGE_BYTES) {
        throw refused(path, "has %s".formatted(ConceptSize.tooLarge(Files.size(file))));
      }
      byte[] bytes = Files.readAllBytes(file);
      return new Image(mediaType(path, bytes), bytes);
    } catch (IOException | InvalidPathException e) {
      throw refused(path, "is not there or cannot be read");
    }
  }

  private static String mediaType(String path, byte[] bytes) {
    if (startsWith(bytes, PNG)) {
      return "image/png";
    }
    if (startsWith(bytes, JPEG)) {
      return "image/jpeg";
    }
    throw refused(path, "is neither a PNG nor a JPEG");
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return bytes.length >= head.length
        && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  private static InvalidField refused(String path, String why) {
    return new InvalidField("image", "'%s' %s".formatted(path, why));
  }
}
