package dev.interact.local.postgres;

import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.CommandLine;
import dev.interact.local.process.Ports;
import dev.interact.local.process.ProcessTable;
import dev.interact.local.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL on a data directory that is kept, durable as in production (fsync on), reached over
 * TCP and with a password only. {@link #kill} is its immediate stop: the next start recovers as
 * after a crash.
 */
public final class Postgres extends ChildProcess {
  /** The name of its process. */
  public static final String NAME = "postgres";

  private static final Duration LEFTOVER_STOPPED_WITHIN = Duration.ofSeconds(20);

  private final Path binaries;
  private final Path data;
  private final Map<String, String> settings;
  private final int port = Ports.free();
  private volatile Cluster cluster;

  public Postgres(Path binaries, Path data, ProcessTable table) {
    this(binaries, data, Map.of(), table);
  }

  /**
   * @param binaries where the programs are unpacked, if they are not there yet
   * @param data the data directory, created at the first start
   * @param settings on top of the usual ones
   */
  public Postgres(Path binaries, Path data, Map<String, String> settings, ProcessTable table) {
    super(NAME, table);
    this.settings = Map.copyOf(settings);
    this.binaries = binaries;
    this.data = data;
  }

  /** Known when the first start is over. */
  public Database database() {
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", Cluster.USER, cluster.password());
  }

  /**
   * Stops a PostgreSQL that outlived its supervisor: a second start would find it on the directory
   * and leave it running with its old port and settings.
   *
   * @return whether there was one
   */
  public static boolean stopLeftover(Path data) {
    var leftover = PostmasterFile.in(data).owner();
    leftover.ifPresent(
        found -> {
          Signal.INT.send(found.pid());
          if (!found.exitsWithin(LEFTOVER_STOPPED_WITHIN)) {
            Signal.QUIT.send(found.pid());
            found.exitsWithin(LEFTOVER_STOPPED_WITHIN);
          }
        });
    return leftover.isPresent();
  }

  @Override
  protected void prepare() throws IOException, InterruptedException {
    PostmasterFile.in(data).deleteIfStale();
    cluster = Cluster.open(data, PostgresBinaries.unpack(binaries), log());
  }

  @Override
  protected List<String> command() {
    var usual =
        Stream.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=128MB",
            // A page that changes for the first time after a checkpoint is written whole.
            "checkpoint_timeout=15min",
            "max_wal_size=4GB",
            "timezone=UTC",
            "log_timezone=UTC");
    var more = settings.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue());
    var arguments =
        Stream.concat(usual, more).flatMap(setting -> Stream.of("-c", setting)).toList();
    return cluster.command("postgres", CommandLine.join(List.of("-D", data.toString()), arguments));
  }

  @Override
  protected boolean isReady() {
    return PostmasterFile.in(data).saysReady(pid());
  }

  /** Fast shutdown; SIGTERM would wait for every client to leave. */
  @Override
  protected void terminate(Process running) {
    Signal.INT.send(running.pid());
  }

  /** Immediate shutdown; SIGKILL would leave its children behind with the shared memory. */
  @Override
  protected void crash(Process running) {
    Signal.QUIT.send(running.pid());
  }
}
