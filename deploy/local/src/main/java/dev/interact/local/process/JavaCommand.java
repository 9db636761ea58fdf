package dev.interact.local.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command that runs the JVM we run on: with a small heap collected serially, and with the quick
 * compiler only, for it halves the work of a start. Options that are added win over these.
 */
public final class JavaCommand {
  /** For a process that runs for long: both compilers, so that what it does often gets fast. */
  public static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

  private final List<String> command = new ArrayList<>();
  private Optional<Path> archive = Optional.empty();

  public JavaCommand(int heapMegabytes) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
  }

  /**
   * Keeps the loaded classes in a file, which the JVM writes when it first stops: later starts take
   * a third to a half less work.
   */
  public JavaCommand archivedIn(Path folder, String name) {
    archive = Optional.of(folder.resolve(name + ".jsa"));
    return this;
  }

  public JavaCommand with(List<String> options) {
    command.addAll(options);
    return this;
  }

  public List<String> jar(Path jar) {
    archive(List.of(jar));
    command.addAll(List.of("-jar", jar.toString()));
    return List.copyOf(command);
  }

  /** Runs a class of our own class path; where it comes from a jar, it needs jars alone. */
  public List<String> main(Class<?> main, Object... arguments) {
    boolean packed = Files.isRegularFile(origin(main));
    var classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(entry -> !packed || Files.isRegularFile(entry))
            .toList();
    var joined = classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
    archive = archive.map(file -> file.resolveSibling(nameFor(joined, file)));
    archive(classPath);
    command.addAll(List.of("-cp", joined, main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return List.copyOf(command);
  }

  private static Path origin(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** An archive serves one class path. */
  private static String nameFor(String classPath, Path file) {
    return "%08x-%s".formatted(classPath.hashCode(), file.getFileName());
  }

  /** Not for classes in folders, as in an IDE: the JVM archives those of jars only. */
  private void archive(List<Path> classPath) {
    if (archive.isPresent() && classPath.stream().allMatch(Files::isRegularFile)) {
      deleteIfOlder(archive.get(), classPath);
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archive.get());
    }
  }

  /** The JVM leaves an archive of changed jars alone, unused and in the way of a new one. */
  private static void deleteIfOlder(Path archive, List<Path> jars) {
    long made = archive.toFile().lastModified();
    if (jars.stream().anyMatch(jar -> jar.toFile().lastModified() > made)) {
      try {
        Files.deleteIfExists(archive);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
