package dev.interact.importer.output;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.input.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of material that an import makes. It is written beside its place and moved there when
 * it is whole; closing it before leaves the place as it was.
 */
public final class MaterialFolder implements AutoCloseable {
  public static final String CONCEPTS = "material.jsonl";
  public static final String IMAGES = "images";
  public static final String REPORT = "import.json";

  /** The field by which a report of an import is known. */
  public static final String MARK = "interact_import";

  private static final Set<String> ALL = Set.of(CONCEPTS, IMAGES, REPORT);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final ObjectMapper LINES = new ObjectMapper();

  private final Path place;
  private final Path unfinished;
  private final Staging staging;
  private final RandomAccessFile concepts;
  private final Map<String, Long> offsets = new HashMap<>();

  /**
   * Begins a folder.
   *
   * @throws InvalidInput if something is in its place that no import made
   */
  public MaterialFolder(Path folder, Staging staging) throws IOException {
    this.place = folder.toAbsolutePath().normalize();
    requireReplaceable(folder);
    this.staging = staging;
    Files.createDirectories(place.getParent());
    this.unfinished =
        Files.createDirectory(
            place.resolveSibling(
                ".%s.unfinished-%d-%d"
                    .formatted(
                        place.getFileName(), ProcessHandle.current().pid(), System.nanoTime())));
    this.concepts = new RandomAccessFile(unfinished.resolve(CONCEPTS).toFile(), "rw");
  }

  private void requireReplaceable(Path folder) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw InvalidInput.of(folder.toString(), "is a file; name another folder");
    }
    try (Stream<Path> files = Files.list(place)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      boolean isOurs = ALL.containsAll(names) && hasMark();
      if (!names.isEmpty() && !isOurs) {
        throw InvalidInput.of(
            folder.toString(), "is there, and holds what no import made; name another folder");
      }
    }
  }

  private boolean hasMark() throws IOException {
    Path report = place.resolve(REPORT);
    try {
      return Files.isRegularFile(report) && MAPPER.readTree(report.toFile()).has(MARK);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Adds a concept, a line of the concept file. */
  public void add(String id, ObjectNode line) throws IOException {
    long offset = concepts.length();
    staging.undo(() -> truncate(id, offset));
    offsets.put(id, offset);
    concepts.seek(offset);
    concepts.write(LINES.writeValueAsBytes(line));
    concepts.write('\n');
  }

  /** Adds an image; returns its path from the concept file. */
  public String add(String name, byte[] image) throws IOException {
    Path file = unfinished.resolve(IMAGES).resolve(name);
    Files.createDirectories(file.getParent());
    staging.undo(() -> delete(file));
    Files.write(file, image);
    return IMAGES + "/" + name;
  }

  /** The text of a concept that was added. */
  public String text(String id) {
    try {
      concepts.seek(offsets.get(id));
      // As each line was written: UTF-8, read byte by byte up to its end.
      return MAPPER.readTree(line()).path("context").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 14];
    for (int read = concepts.read(piece); read > 0; read = concepts.read(piece)) {
      int end = 0;
      while (end < read && piece[end] != '\n') {
        end++;
      }
      line.write(piece, 0, end);
      if (end < read) {
        break;
      }
    }
    return line.toByteArray();
  }

  /** Writes the report and moves the folder to its place. */
  public void finish(ObjectNode report) throws IOException {
    concepts.close();
    Files.write(unfinished.resolve(REPORT), MAPPER.writeValueAsBytes(report));
    Path earlier = unfinished.resolveSibling(unfinished.getFileName() + "-earlier");
    boolean replaces = Files.exists(place);
    if (replaces) {
      Files.move(place, earlier);
    }
    try {
      Files.move(unfinished, place);
    } catch (IOException e) {
      if (replaces) {
        Files.move(earlier, place);
      }
      throw e;
    }
    delete(earlier);
  }

  @Override
  public void close() throws IOException {
    concepts.close();
    delete(unfinished);
  }

  private void truncate(String id, long offset) {
    try {
      offsets.remove(id);
      concepts.setLength(offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
