package dev.interact.local.process;

import dev.interact.local.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A process of the stack. It keeps its ports and files from one start to the next, and what it
 * prints goes to its log.
 */
public abstract class ChildProcess {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(20);
  private static final int KILLED = 128 + 9;
  private static final Duration FIRST_POLL = Duration.ofMillis(20);
  private static final Duration LAST_POLL = Duration.ofMillis(100);

  private static final Pattern KEY = Pattern.compile(".*_(KEY|TOKEN)");
  private static final Pattern OF_ACCESS = Pattern.compile("INTERACT_ACCESS_.*|QUARKUS_OIDC_.*");
  private static final Pattern OF_NONE =
      Pattern.compile("PG[A-Z]+|.*QUARKUS_DATASOURCE_.*|INTERACT_API_KEY");

  private final String name;
  private final LogFile log;
  private final ProcessTable table;
  private volatile Process process;

  protected ChildProcess(String name, ProcessTable table) {
    this.name = name;
    this.log = new LogFile(table.log(name));
    this.table = table;
    log.rotate();
  }

  /** Makes what the command needs, before each start. */
  protected void prepare() throws IOException, InterruptedException {}

  protected abstract List<String> command();

  /** Whether it keeps what it learns for later starts when it stops, which takes a while. */
  public boolean isLearning() {
    return false;
  }

  /** After its end: in good order, or killed. */
  protected void ended(boolean inOrder) {}

  /** Set on top of what is inherited, which never includes the settings of a database. */
  protected Map<String, String> environment() {
    return Map.of();
  }

  /** Whether it inherits what looks like a model provider's key. */
  protected boolean seesKeys() {
    return false;
  }

  /** Whether it is given the settings of who gets in. */
  protected boolean decidesAccess() {
    return false;
  }

  protected abstract boolean isReady();

  /** Asks the process to stop in good order. */
  protected void terminate(Process running) {
    running.destroy();
  }

  /** Ends the process at once, as a crash would. */
  protected void crash(Process running) {
    running.destroyForcibly();
  }

  public final String name() {
    return name;
  }

  public final Path log() {
    return log.path();
  }

  public final long pid() {
    return process.pid();
  }

  public final boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Starts the process and returns when it is ready. */
  public final void start() {
    long logged = log.size();
    try {
      prepare();
      process = table.start(name, builder());
      awaitReady(logged);
    } catch (IOException e) {
      throw StackException.cannotStart(name, e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Stops the process in good order, however long its work in hand takes within reason. */
  public final void stop() {
    stop(STOPPED_WITHIN);
  }

  /** Stops the process in good order, or kills it at the limit. */
  public final void stop(Duration limit) {
    if (isAlive()) {
      terminate(process);
      boolean inTime = exits(limit);
      if (!inTime) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        exits(KILLED_WITHIN);
      }
      ended(inTime && process.exitValue() != KILLED);
    }
  }

  /** Ends the process without a chance to clean up. */
  public final void kill() {
    if (isAlive()) {
      crash(process);
      exits(KILLED_WITHIN);
      ended(false);
    }
  }

  /** Stops the process if it runs, and starts it again on the same ports and files. */
  public final void restart() {
    stop();
    start();
  }

  private ProcessBuilder builder() {
    var builder = new ProcessBuilder(CommandLine.inOwnSession(command()));
    builder.environment().keySet().removeIf(this::isWithheld);
    builder.environment().putAll(environment());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
  }

  private boolean isWithheld(String variable) {
    if (OF_ACCESS.matcher(variable).matches()) {
      return !decidesAccess();
    }
    return OF_NONE.matcher(variable).matches() || !seesKeys() && KEY.matcher(variable).matches();
  }

  private void awaitReady(long logged) throws InterruptedException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    long poll = FIRST_POLL.toMillis();
    while (!isReady()) {
      if (process.waitFor(poll, TimeUnit.MILLISECONDS)) {
        throw StackException.stoppedWhileStarting(name, log.lastError(logged), log.path());
      }
      // Being asked is work, of which a start has enough.
      poll = Math.min(poll + poll / 10, LAST_POLL.toMillis());
      if (System.nanoTime() > deadline) {
        throw StackException.notReady(name, READY_WITHIN, log.path());
      }
    }
  }

  private boolean exits(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static StackException interrupted() {
    Thread.currentThread().interrupt();
    return StackException.because("Interrupted.");
  }
}
