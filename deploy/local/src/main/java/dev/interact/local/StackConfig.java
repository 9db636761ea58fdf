package dev.interact.local;

import dev.interact.local.process.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the stack is to run.
 *
 * @param root the checkout with the built services
 * @param dataDirectory where all state and logs are kept
 * @param orchestratorPort 0 for any free one
 * @param models the model registry
 * @param services those to start; the broker and the database always are
 * @param environment given to every service on top of what it inherits
 * @param jvmOptions given to every service and the broker after the usual ones, so that they win
 * @param settings of the broker and of the database, on top of their usual ones
 * @param learns whether JVMs may be slow this once for later starts to be quicker
 */
public record StackConfig(
    Path root,
    Path dataDirectory,
    int orchestratorPort,
    Path models,
    Set<Role> services,
    Map<String, String> environment,
    List<String> jvmOptions,
    Map<Role, Map<String, String>> settings,
    boolean learns) {

  public static final int DEFAULT_PORT = 8080;

  public StackConfig {
    root = root.toAbsolutePath().normalize();
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    models = models.toAbsolutePath().normalize();
    services = Set.copyOf(services);
    environment = Map.copyOf(environment);
    jvmOptions = List.copyOf(jvmOptions);
    settings = Map.copyOf(settings);
  }

  /** Everything, with its data in {@code .interact} of the checkout. */
  public static StackConfig of(Path root) {
    var services = EnumSet.allOf(Role.class);
    services.removeIf(role -> !role.isService());
    return new StackConfig(
        root,
        root.resolve(".interact"),
        DEFAULT_PORT,
        root.resolve("models.yaml"),
        services,
        Map.of(),
        List.of(),
        Map.of(),
        false);
  }

  /** What can be made again: unpacked programs and the JVMs' class archives. */
  Path cache() {
    return root.resolve(".interact").resolve("cache");
  }

  /** Where the build puts a service. */
  Path jar(Role service) {
    return root.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  public StackConfig withDataDirectory(Path directory) {
    return with(draft -> draft.dataDirectory = directory);
  }

  public StackConfig withOrchestratorPort(int port) {
    return with(draft -> draft.orchestratorPort = port);
  }

  public StackConfig withModels(Path file) {
    return with(draft -> draft.models = file);
  }

  public StackConfig withServices(Set<Role> wanted) {
    return with(draft -> draft.services = wanted);
  }

  public StackConfig withoutOfflineModel() {
    var rest = EnumSet.copyOf(services);
    rest.remove(Role.OFFLINE_MODEL);
    return withServices(rest);
  }

  public StackConfig withEnvironment(String name, String value) {
    return with(draft -> draft.environment.put(name, value));
  }

  public StackConfig withJvmOptions(String... options) {
    return with(draft -> draft.jvmOptions.addAll(List.of(options)));
  }

  /**
   * For a stack that runs for long: after some minutes it does with two thirds of the processor
   * time what one does that starts quickly.
   */
  public StackConfig forLong() {
    return withJvmOptions(JavaCommand.BOTH_COMPILERS.toArray(String[]::new));
  }

  /** For one that may learn for later starts, if none has: it starts and stops more slowly. */
  public StackConfig learning() {
    return with(draft -> draft.learns = true);
  }

  public StackConfig withBroker(Map<String, String> wanted) {
    return with(draft -> draft.settings.put(Role.BROKER, Map.copyOf(wanted)));
  }

  public StackConfig withDatabase(Map<String, String> wanted) {
    return with(draft -> draft.settings.put(Role.POSTGRES, Map.copyOf(wanted)));
  }

  private StackConfig with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.config();
  }

  /** A copy that may be changed. */
  private static final class Draft {
    private final Path root;
    private final Map<String, String> environment;
    private final List<String> jvmOptions;
    private final Map<Role, Map<String, String>> settings;
    private Path dataDirectory;
    private int orchestratorPort;
    private Path models;
    private Set<Role> services;
    private boolean learns;

    Draft(StackConfig from) {
      root = from.root;
      dataDirectory = from.dataDirectory;
      orchestratorPort = from.orchestratorPort;
      models = from.models;
      services = from.services;
      environment = new HashMap<>(from.environment);
      jvmOptions = new ArrayList<>(from.jvmOptions);
      settings = new HashMap<>(from.settings);
      learns = from.learns;
    }

    StackConfig config() {
      return new StackConfig(
          root,
          dataDirectory,
          orchestratorPort,
          models,
          services,
          environment,
          jvmOptions,
          settings,
          learns);
    }
  }

  /** What is set of a role on top of the usual. */
  Map<String, String> settings(Role role) {
    return settings.getOrDefault(role, Map.of());
  }
}
