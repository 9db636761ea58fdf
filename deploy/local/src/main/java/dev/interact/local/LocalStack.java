package dev.interact.local;

import dev.interact.local.data.DataDirectory;
import dev.interact.local.data.DirectoryLock;
import dev.interact.local.data.Leftovers;
import dev.interact.local.data.StackState;
import dev.interact.local.kafka.Broker;
import dev.interact.local.postgres.Database;
import dev.interact.local.postgres.Postgres;
import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.Ports;
import dev.interact.local.process.ProcessId;
import dev.interact.local.process.ProcessTable;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * All of Interact on this machine: a Kafka broker, a PostgreSQL, the offline model and the
 * services, each a process of its own that listens on 127.0.0.1 only. They stop with {@link #close}
 * or with this JVM; what a killed JVM leaves behind is stopped at the next start on its data
 * directory.
 */
public final class LocalStack implements AutoCloseable {
  /** Calls to models that take longer are made again. */
  private static final Duration CALLS_OVER_WITHIN = Duration.ofSeconds(10);

  /** The first to stop after a build writes its class archive, which a busy machine does slowly. */
  private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(1);

  private static final Duration LEARNT_WITHIN = Duration.ofMinutes(3);

  private final DataDirectory data;
  private final DirectoryLock lock;
  private final Consumer<String> progress;
  private final ProcessTable table;
  private final Broker broker;
  private final Postgres postgres;
  private final Wiring wiring;
  private final Map<Role, Instance> services = new EnumMap<>(Role.class);
  private final EnumMap<Role, ChildProcess> firsts = new EnumMap<>(Role.class);
  private final List<ChildProcess> processes = new CopyOnWriteArrayList<>();
  private final Thread closeAtExit = new Thread(this::closeAtOnce, "close-stack");
  private volatile boolean ready;
  private volatile boolean closed;

  private LocalStack(StackConfig config, DirectoryLock lock, Consumer<String> progress) {
    this.lock = lock;
    this.progress = progress;
    this.data = lock.directory();
    this.table = new ProcessTable(data.logs(), this::writeState);
    for (var role : config.services()) {
      boolean fixed = role == Role.ORCHESTRATOR && config.orchestratorPort() != 0;
      int port = fixed ? config.orchestratorPort() : Ports.free();
      services.put(role, new Instance(role, role.title(), port));
    }
    this.broker =
        new Broker(
            data.kafka(),
            config.cache(),
            config.learns(),
            config.jvmOptions(),
            config.settings(Role.BROKER),
            table);
    this.postgres =
        new Postgres(config.cache(), data.postgres(), config.settings(Role.POSTGRES), table);
    var offlineModel = Optional.ofNullable(services.get(Role.OFFLINE_MODEL)).map(Instance::uri);
    this.wiring = new Wiring(config, broker, postgres, offlineModel);
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @param progress is given lines for a person, from any thread
   * @throws StackException if something cannot start; nothing is left running then
   */
  public static LocalStack start(StackConfig config, Consumer<String> progress) {
    var lock = DirectoryLock.take(new DataDirectory(config.dataDirectory()));
    try {
      int leftovers = Leftovers.stop(lock.directory());
      if (leftovers > 0) {
        progress.accept("Stopped what a killed Interact left running (" + leftovers + ")");
      }
      StartUp.check(config);
      var stack = new LocalStack(config, lock, progress);
      stack.up();
      return stack;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Where the orchestrator answers. */
  public URI orchestrator() {
    return uri(Role.ORCHESTRATOR);
  }

  /** The root of the offline model; its API is under {@code /v1}. */
  public URI offlineModel() {
    return uri(Role.OFFLINE_MODEL);
  }

  /** Where the first process of a service answers. */
  public URI uri(Role service) {
    return Optional.ofNullable(services.get(service))
        .map(Instance::uri)
        .orElseThrow(() -> new IllegalArgumentException("This stack has no " + service.title()));
  }

  /** Where a process of a service answers. */
  public URI uri(ChildProcess process) {
    if (process instanceof QuarkusService service) {
      return service.uri();
    }
    throw new IllegalArgumentException(process.name() + " is no service");
  }

  /** Kafka's bootstrap servers. */
  public String kafka() {
    return broker.bootstrapServers();
  }

  public Database database() {
    return postgres.database();
  }

  /** The first process of a role. */
  public ChildProcess process(Role role) {
    return Optional.ofNullable(firsts.get(role))
        .orElseThrow(() -> new IllegalArgumentException("This stack has no " + role.title()));
  }

  /** All of them, the broker and the database first. */
  public List<ChildProcess> processes() {
    return List.copyOf(processes);
  }

  /** Starts one more process of a service, on a port of its own, and returns when it is ready. */
  public ChildProcess startAnother(Role service) {
    return startAnother(service, Map.of());
  }

  /**
   * As {@link #startAnother(Role)}, with settings of its own.
   *
   * @param environment beside that of all processes
   */
  public ChildProcess startAnother(Role service, Map<String, String> environment) {
    if (!service.isService()) {
      throw new IllegalArgumentException("There is only one " + service.title());
    }
    var another = add(new Instance(service, nextName(service), Ports.free(), environment));
    another.start();
    return another;
  }

  /** Stops everything: the services first, then what they use. Does nothing the second time. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean patient = !isExiting();
    if (patient && processes.stream().anyMatch(ChildProcess::isLearning)) {
      progress.accept(
          "Keeping what the next start will be quicker with (once a build; Ctrl-C to do without)");
    }
    table.close();
    stop(processes.stream().filter(QuarkusService.class::isInstance).toList(), patient);
    stop(List.of(broker, postgres), patient);
    table.killRest();
    StackState.delete(data.state());
    lock.close();
    forgetCloseAtExit();
  }

  /** Whoever wants to go while what was learnt is being kept goes without. */
  private void closeAtOnce() {
    if (closed) {
      processes.stream().filter(ChildProcess::isLearning).forEach(ChildProcess::kill);
    }
    close();
  }

  private void up() {
    Runtime.getRuntime().addShutdownHook(closeAtExit);
    processes.addAll(List.of(broker, postgres));
    firsts.put(Role.BROKER, broker);
    firsts.put(Role.POSTGRES, postgres);
    services.forEach((role, instance) -> firsts.put(role, add(instance)));
    try {
      StartUp.run(firsts, progress);
      ready = true;
      table.record();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private ChildProcess add(Instance instance) {
    var process = new QuarkusService(instance, wiring, table);
    processes.add(process);
    return process;
  }

  private String nextName(Role service) {
    long others =
        processes.stream().filter(process -> process.name().startsWith(service.title())).count();
    return others == 0 ? service.title() : service.title() + "-" + (others + 1);
  }

  private static void stop(Collection<ChildProcess> processes, boolean patient) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      processes.forEach(process -> threads.submit(() -> process.stop(limit(process, patient))));
    }
  }

  private static Duration limit(ChildProcess process, boolean patient) {
    if (process.isLearning()) {
      return patient ? LEARNT_WITHIN : CALLS_OVER_WITHIN;
    }
    return process instanceof QuarkusService service && service.seesKeys()
        ? CALLS_OVER_WITHIN
        : ARCHIVED_WITHIN;
  }

  private void writeState() {
    new StackState(
            ProcessId.current(),
            ready,
            uriOrNull(Role.ORCHESTRATOR),
            kafka(),
            uriOrNull(Role.OFFLINE_MODEL),
            table.processes())
        .write(data.state());
  }

  private URI uriOrNull(Role service) {
    return services.containsKey(service) ? uri(service) : null;
  }

  /** Whether this JVM ends, as at Ctrl-C: then somebody waits for it. */
  private static boolean isExiting() {
    var probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void forgetCloseAtExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException e) {
      // This is the exit.
    }
  }
}
