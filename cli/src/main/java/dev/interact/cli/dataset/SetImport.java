package dev.interact.cli.dataset;

import dev.interact.cli.CommandFailed;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SetManifest;
import dev.interact.preparation.set.Staging;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Brings in a data set that someone sent as a ZIP. Nothing of the file is trusted: it may name only
 * what its manifest names, no entry may be longer than the manifest says, and all is checked beside
 * its place before it is moved there.
 */
final class SetImport {
  private static final long LARGEST_MANIFEST = 64L << 20;
  private static final long LARGEST_README = 16L << 20;
  private static final long ANY_SIZE = 64L << 20;

  /** Far more than text and images ever compress by. */
  private static final long LARGEST_RATIO = 100;

  private static final Pattern TOP = Pattern.compile("([a-z0-9][a-z0-9-]*-[0-9a-f]{12})/(.*)");

  private static final Pattern OUTSIDE = Pattern.compile("^/|^[A-Za-z]:|\\\\|(^|/)\\.\\.(/|$)");

  private final Path file;
  private final ZipFile zip;

  /** Paths within the set. */
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private String top;

  private SetImport(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Brings a set in.
   *
   * @param sets the folder of data sets
   * @return the set in its place; one that is there already and unchanged stays
   * @throws CommandFailed if the file is refused, with the reason
   * @throws dev.interact.study.input.InvalidInput if its content is not what its manifest says
   */
  static DataSet of(Path file, Path sets) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw CommandFailed.wrongInput("There is no file " + file + ".");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new SetImport(file, zip).into(sets);
    } catch (ZipException | EOFException e) {
      throw refused("it is no ZIP file that can be read (%s)".formatted(e.getMessage()), file);
    }
  }

  private DataSet into(Path sets) throws IOException {
    list();
    SetManifest manifest = manifest();
    Map<String, Long> sizes = sizes(manifest);
    checkNames(manifest, sizes);
    checkSize(sizes, sets);
    Path place = sets.resolve(manifest.folder());
    if (Files.exists(place)) {
      return DataSet.read(place).verify();
    }
    try (Staging staging = Staging.in(sets, manifest.name())) {
      for (Map.Entry<String, ZipEntry> one : entries.entrySet()) {
        Path target = staging.folder().resolve(one.getKey());
        Files.createDirectories(target.getParent());
        extract(one.getValue(), sizes.get(one.getKey()), target);
      }
      DataSet.read(staging.folder()).verify();
      return new DataSet(staging.finish(manifest.folder()), manifest);
    }
  }

  private void list() {
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (OUTSIDE.matcher(entry.getName()).find()) {
        throw refused("its entry '%s' leads out of it".formatted(shown(entry.getName())));
      }
      Matcher name = TOP.matcher(entry.getName());
      if (!name.matches()) {
        throw refused(
            "its entry '%s' is not in a folder NAME-VERSION".formatted(shown(entry.getName())));
      }
      top = Optional.ofNullable(top).orElse(name.group(1));
      if (!top.equals(name.group(1))) {
        throw refused("it has more than one folder: %s and %s".formatted(top, name.group(1)));
      }
      if (!entry.isDirectory() && entries.put(name.group(2), entry) != null) {
        throw refused("it has the entry '%s' twice".formatted(shown(entry.getName())));
      }
    }
  }

  private SetManifest manifest() throws IOException {
    ZipEntry entry = entries.get(DataSet.MANIFEST);
    if (entry == null) {
      throw refused("it has no %s, and is no data set".formatted(DataSet.MANIFEST));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) LARGEST_MANIFEST);
      SetManifest manifest = DataSet.manifest(bytes, file + "!" + entry.getName());
      if (!manifest.folder().equals(top)) {
        throw refused("its folder is %s, and the set is %s".formatted(top, manifest.folder()));
      }
      return manifest;
    }
  }

  /** The most bytes of each file. */
  private Map<String, Long> sizes(SetManifest manifest) {
    Map<String, Long> sizes = new TreeMap<>();
    manifest.files().forEach((path, seal) -> sizes.put(path, seal.bytes()));
    sizes.put(DataSet.MANIFEST, LARGEST_MANIFEST);
    sizes.put(DataSet.README, LARGEST_README);
    return sizes;
  }

  private void checkNames(SetManifest manifest, Map<String, Long> sizes) {
    for (String path : entries.keySet()) {
      if (!sizes.containsKey(path)) {
        throw refused("its entry '%s' is no part of the data set".formatted(shown(path)));
      }
    }
    for (String path : manifest.files().keySet()) {
      if (!entries.containsKey(path)) {
        throw refused("it lacks %s".formatted(path));
      }
    }
  }

  private void checkSize(Map<String, Long> sizes, Path sets) throws IOException {
    long packed = Files.size(file);
    long unpacked =
        entries.keySet().stream()
            .filter(path -> !List.of(DataSet.MANIFEST, DataSet.README).contains(path))
            .mapToLong(sizes::get)
            .sum();
    if (unpacked > ANY_SIZE && unpacked / LARGEST_RATIO > packed) {
      throw refused(
          "its %,d bytes would become %,d, which no texts and images do"
              .formatted(packed, unpacked));
    }
    Path existing = Files.createDirectories(sets);
    long room = Files.getFileStore(existing).getUsableSpace();
    if (unpacked > room) {
      throw refused("it takes %,d bytes, and %s has room for %,d".formatted(unpacked, sets, room));
    }
  }

  private void extract(ZipEntry entry, long most, Path target) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > most) {
          throw refused(
              "its entry '%s' is longer than the %,d bytes that it may have"
                  .formatted(shown(entry.getName()), most));
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static String shown(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  private CommandFailed refused(String why) {
    return refused(why, file);
  }

  private static CommandFailed refused(String why, Path file) {
    return CommandFailed.wrongInput(
        "%s is refused: %s. Nothing was imported.".formatted(file, why));
  }
}
