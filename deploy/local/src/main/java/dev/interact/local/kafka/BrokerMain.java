package dev.interact.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One broker that is its own controller, until it is told to stop. */
final class BrokerMain {
  private static final String CLUSTER = "interact";
  private static final int NODE = 1;

  private BrokerMain() {}

  /**
   * @param arguments log directory, port, controller port
   */
  public static void main(String[] arguments) {
    var directory = Path.of(arguments[0]);
    try {
      format(directory);
      var settings = settings(directory, arguments[1], arguments[2]);
      settings.putAll(written(directory));
      var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
      server.startup();
      Files.writeString(readyFile(directory), Long.toString(ProcessHandle.current().pid()));
      server.awaitShutdown();
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Keeps settings for the broker's start on top of the usual ones. */
  static void write(Map<String, String> settings, Path directory) {
    var properties = new Properties();
    properties.putAll(settings);
    try {
      Files.createDirectories(directory.getParent());
      try (var file = Files.newBufferedWriter(settingsFile(directory))) {
        properties.store(file, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> written(Path directory) throws IOException {
    var properties = new Properties();
    try (var file = Files.newBufferedReader(settingsFile(directory))) {
      properties.load(file);
    }
    var settings = new HashMap<String, String>();
    properties.forEach((name, value) -> settings.put((String) name, (String) value));
    return settings;
  }

  private static Path settingsFile(Path directory) {
    return directory.resolveSibling("broker.properties");
  }

  static Path readyFile(Path directory) {
    return directory.resolveSibling("broker.ready");
  }

  private static void format(Path directory) throws Exception {
    Files.createDirectories(directory);
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setClusterId(CLUSTER)
        .setNodeId(NODE)
        .setControllerListenerName("CONTROLLER")
        .setDirectories(List.of(directory.toString()))
        .setMetadataLogDirectory(directory.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .run();
  }

  private static Map<String, String> settings(Path directory, String port, String controllerPort) {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("log.dirs", directory.toString());
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s".formatted(port, controllerPort));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    // The orchestrator creates the topics; a mistyped name is an error.
    settings.put("auto.create.topics.enable", "false");
    // A cluster of one.
    settings.put("default.replication.factor", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // A small one: few files and threads, little memory, no waiting for more members of a group.
    settings.put("offsets.topic.num.partitions", "4");
    // A crashed broker is let in again only when the session of its former life is over.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    // An index entry is a page of a mapped file that is written: a fifth of the broker's work at 4
    // KiB.
    settings.put("log.index.interval.bytes", Integer.toString(64 * 1024));
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
    return settings;
  }
}
