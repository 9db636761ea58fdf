package dev.interact.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM of this machine, asked by the JDK's {@code jcmd}. */
public record Jvm(long pid) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");
  private static final Pattern MOST = Pattern.compile("-XX:MaxHeapSize=(\\d+)");

  /** Bytes of what lives on its heap: it collects garbage first. */
  public long liveHeap() {
    return number(TOTAL, ask("GC.class_histogram"));
  }

  /** Bytes that its heap may have. */
  public long heapLimit() {
    return number(MOST, ask("VM.flags"));
  }

  /** The first number that a pattern finds in what the JVM said. */
  static long number(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("jcmd did not say " + pattern + ": " + said);
    }
    return Long.parseLong(found.group(1));
  }

  private String ask(String question) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(List.of(jcmd, Long.toString(pid), question))
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the JDK's jcmd cannot be run", e);
    }
  }
}
