package dev.interact.cli.dataset;

import dev.interact.preparation.set.DataSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a data set as one file. The same set gives the same bytes on any machine: files are
 * sorted, have no times of their own, and are stored as they are, for compression differs from one
 * library to the next.
 */
final class SetZip {
  /** Any that ZIP can name, and the same for all. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private SetZip() {}

  /** Writes the file anew; where that fails, an earlier one is as it was. */
  static void write(DataSet set, Path file) throws IOException {
    Path place = file.toAbsolutePath();
    Path unfinished =
        place.resolveSibling(
            ".%s.unfinished-%d".formatted(place.getFileName(), ProcessHandle.current().pid()));
    try {
      writeAll(set, unfinished);
      Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeAll(DataSet set, Path file) throws IOException {
    Set<String> paths = new TreeSet<>(set.manifest().files().keySet());
    paths.add(DataSet.MANIFEST);
    if (Files.exists(set.folder().resolve(DataSet.README))) {
      paths.add(DataSet.README);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String path : paths) {
        Path source = set.folder().resolve(path);
        zip.putNextEntry(entry(set.manifest().folder() + "/" + path, source));
        Files.copy(source, zip);
        zip.closeEntry();
      }
    }
  }

  private static ZipEntry entry(String name, Path source) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(source), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(Files.size(source));
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(TIME);
    return entry;
  }
}
