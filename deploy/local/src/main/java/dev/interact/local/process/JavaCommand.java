package dev.interact.local.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command that runs the JVM we run on: with a small heap collected serially, and for a quick
 * start, of which compiling is a third, with the quick compiler only, and for what is called often.
 * Options that are added win over these.
 */
public final class JavaCommand {
  /**
   * For a process that runs for long: both compilers, so that what it does often gets fast. They
   * are at work for minutes: on Linux its other threads go before them.
   */
  public static final List<String> BOTH_COMPILERS = bothCompilers();

  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=2");

  private final List<String> command = new ArrayList<>();
  private boolean hasBothCompilers;
  private Optional<Path> folder = Optional.empty();
  private Optional<Archive> archive = Optional.empty();
  private String name = "";
  private boolean learns;

  public JavaCommand(int heapMegabytes) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(List.of("-XX:+UseSerialGC", "-Xlog:disable"));
    command.addAll(QUICK_START);
  }

  /**
   * Keeps the loaded classes in a file of this folder, which the JVM writes when it first stops:
   * later starts take a third to a half less work.
   *
   * @param learns whether it may be slow this once for later starts to be quicker still
   */
  public JavaCommand archivedIn(Path folder, String name, boolean learns) {
    this.folder = Optional.of(folder);
    this.name = name;
    this.learns = learns;
    return this;
  }

  /** What the JVM learns, to be kept when it has stopped. */
  Optional<Archive> learnt() {
    return archive.filter(Archive::learns);
  }

  /** The program and its arguments. */
  public List<String> line() {
    return List.copyOf(command);
  }

  public JavaCommand with(List<String> options) {
    hasBothCompilers |= options.containsAll(BOTH_COMPILERS);
    command.addAll(options);
    return this;
  }

  /** Runs a jar. */
  public JavaCommand jar(Path jar) {
    archive(name, List.of(jar));
    command.addAll(List.of("-jar", jar.toString()));
    return this;
  }

  /** Runs a class of our own class path; where it comes from a jar, it needs jars alone. */
  public JavaCommand main(Class<?> main, Object... arguments) {
    boolean packed = Files.isRegularFile(origin(main));
    var classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(entry -> !packed || Files.isRegularFile(entry))
            .toList();
    var joined = classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
    archive("%08x-%s".formatted(joined.hashCode(), name), classPath);
    command.addAll(List.of("-cp", joined, main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return this;
  }

  private static Path origin(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** Not for classes in folders, as in an IDE: the JVM archives those of jars only. */
  private void archive(String name, List<Path> classPath) {
    if (folder.isPresent() && classPath.stream().allMatch(Files::isRegularFile)) {
      var kept = Archive.of(folder.get(), name, classPath, learns);
      archive = Optional.of(kept);
      command.addAll(kept.options());
      if (hasBothCompilers) {
        command.addAll(kept.optionsOfBothCompilers());
      }
    }
  }

  private static List<String> bothCompilers() {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-XX:TieredStopAtLevel=4", "-XX:CompileThresholdScaling=1"));
    if (System.getProperty("os.name").equals("Linux")) {
      // The policy would raise other threads too where it is allowed to; elsewhere it would warn.
      options.addAll(List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=5"));
      options.addAll(List.of("-XX:VMThreadPriority=0", "-XX:-PrintWarnings"));
    }
    return List.copyOf(options);
  }
}
