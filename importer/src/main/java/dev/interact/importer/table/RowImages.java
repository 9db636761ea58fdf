package dev.interact.importer.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.importer.Refused;
import dev.interact.importer.source.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The images that rows of a table name or hold. */
final class RowImages {
  private static final int MAX_BYTES = 200 << 20;

  private final InputFile file;

  RowImages(InputFile file) {
    this.file = file;
  }

  /** An image's bytes: they stand in the cell, or it names a file. */
  byte[] read(JsonNode cell) {
    JsonNode bytes = cell.isObject() ? cell.path("bytes") : cell;
    try {
      if (bytes.isBinary()) {
        return bytes.binaryValue();
      }
      JsonNode path = cell.isObject() ? cell.path("path") : cell;
      if (!path.isTextual()) {
        throw new Refused("the image is neither a path nor bytes");
      }
      return read(path.asText().strip());
    } catch (IOException | InvalidPathException e) {
      throw new Refused("the image '%s' is not there or cannot be read".formatted(shown(cell)));
    }
  }

  private byte[] read(String path) throws IOException {
    Path home = file.path().getParent().toRealPath();
    Path image = home.resolve(path).normalize();
    if (!image.startsWith(home) || !image.toRealPath().startsWith(home)) {
      throw new Refused("the image '%s' leads out of the table's folder".formatted(path));
    }
    if (!Files.isRegularFile(image)) {
      throw new Refused("the image '%s' is no file".formatted(path));
    }
    if (Files.size(image) > MAX_BYTES) {
      throw new Refused("the image '%s' has %,d bytes".formatted(path, Files.size(image)));
    }
    return Files.readAllBytes(image);
  }

  private static String shown(JsonNode cell) {
    return cell.isObject() ? cell.path("path").asText() : cell.asText();
  }
}
