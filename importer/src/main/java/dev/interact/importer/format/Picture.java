package dev.interact.importer.format;

import dev.interact.importer.Draft;
import dev.interact.importer.Reader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Reads an image: the file is one concept. */
public final class Picture {
  private Picture() {}

  public static void read(Reading reading, Consumer<Draft> found) throws IOException {
    found.accept(Draft.image(Files.readAllBytes(reading.file().path())));
  }
}
