package dev.interact.local.kafka;

import dev.interact.local.process.JavaCommand;
import dev.interact.local.process.JvmProcess;
import dev.interact.local.process.Ports;
import dev.interact.local.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Kafka broker in a JVM of its own, on a log directory that is kept. */
public final class Broker extends JvmProcess {
  private static final int HEAP_MEGABYTES = 256;

  private static final List<String> LOGGING =
      List.of(
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
          // Kafka asks Log4j which levels could be changed; nothing is logged through it.
          "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory");

  private final Path directory;
  private final Path archives;
  private final boolean learns;
  private final List<String> jvmOptions;
  private final Map<String, String> settings;
  private final int port = Ports.free();
  private final int controllerPort = Ports.free();

  /**
   * @param directory the log directory, made at the first start
   * @param archives where JVMs keep loaded classes
   * @param learns whether its JVM is to learn for later starts
   * @param jvmOptions after the usual ones
   * @param settings on top of the usual ones
   */
  public Broker(
      Path directory,
      Path archives,
      boolean learns,
      List<String> jvmOptions,
      Map<String, String> settings,
      ProcessTable table) {
    super("broker", table);
    this.settings = Map.copyOf(settings);
    this.directory = directory;
    this.jvmOptions = List.copyOf(jvmOptions);
    this.archives = archives;
    this.learns = learns;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  protected JavaCommand java() {
    BrokerMain.write(settings, directory);
    return new JavaCommand(HEAP_MEGABYTES)
        .archivedIn(archives, name(), learns)
        .with(LOGGING)
        .with(jvmOptions)
        .main(BrokerMain.class, directory, port, controllerPort);
  }

  /** The broker writes its process number once it serves; a file that names another is old. */
  @Override
  protected boolean isReady() {
    try {
      return Files.readString(BrokerMain.readyFile(directory)).equals(Long.toString(pid()));
    } catch (IOException e) {
      return false;
    }
  }
}
