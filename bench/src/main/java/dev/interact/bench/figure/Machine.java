package dev.interact.bench.figure;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is measured on.
 *
 * @param load processes that wanted to run before, over the last minute; negative where unknown
 * @param processor its name; empty where unknown
 * @param memoryMib what the machine has, or what of it may be used
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Machine(
    int cores, double load, String system, String java, String processor, long memoryMib) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String NAME = "model name";
  private static final int MEBIBYTE = 1024 * 1024;

  public Machine {
    processor = processor == null ? "" : processor;
  }

  /** This one, now. */
  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        system.getSystemLoadAverage(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"),
        processorName(),
        system.getTotalMemorySize() / MEBIBYTE);
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(NAME))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** It in a line, for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d cores%s, %,d MiB, %s, Java %s; load %.1f before the start",
        cores,
        processor.isEmpty() ? "" : " (" + processor + ")",
        memoryMib,
        system,
        java,
        load);
  }
}
