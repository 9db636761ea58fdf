package dev.interact.local;

import dev.interact.local.process.JavaCommand;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
    return new StackConfig(
        root,
        directory,
        orchestratorPort,
        models,
        services,
        environment,
        jvmOptions,
        settings,
        learns);
  }

  public StackConfig withOrchestratorPort(int port) {
    return new StackConfig(
        root, dataDirectory, port, models, services, environment, jvmOptions, settings, learns);
  }

  public StackConfig withModels(Path file) {
    return new StackConfig(
        root,
        dataDirectory,
        orchestratorPort,
        file,
        services,
        environment,
        jvmOptions,
        settings,
        learns);
  }

  public StackConfig withServices(Set<Role> wanted) {
    return new StackConfig(
        root,
        dataDirectory,
        orchestratorPort,
        models,
        wanted,
        environment,
        jvmOptions,
        settings,
        learns);
  }

  public StackConfig withoutOfflineModel() {
    var rest = EnumSet.copyOf(services);
    rest.remove(Role.OFFLINE_MODEL);
    return withServices(rest);
  }

  public StackConfig withEnvironment(String name, String value) {
    var more = new HashMap<>(environment);
    more.put(name, value);
    return new StackConfig(
        root,
        dataDirectory,
        orchestratorPort,
        models,
        services,
        more,
        jvmOptions,
        settings,
        learns);
  }

  public StackConfig withJvmOptions(String... options) {
    var more = Stream.concat(jvmOptions.stream(), Stream.of(options)).toList();
    return new StackConfig(
        root,
        dataDirectory,
        orchestratorPort,
        models,
        services,
        environment,
        more,
        settings,
        learns);
  }

  /**
   * For a stack that runs for long: after some minutes it does with half of the processor time what
   * one does that starts quickly.
   */
  public StackConfig forLong() {
    return withJvmOptions(JavaCommand.BOTH_COMPILERS.toArray(String[]::new));
  }

  /** For one that may learn for later starts, if none has: it starts and stops more slowly. */
  public StackConfig learning() {
    return new StackConfig(
        root,
        dataDirectory,
        orchestratorPort,
        models,
        services,
        environment,
        jvmOptions,
        settings,
        true);
  }

  public StackConfig withBroker(Map<String, String> wanted) {
    return withSettings(Role.BROKER, wanted);
  }

  public StackConfig withDatabase(Map<String, String> wanted) {
    return withSettings(Role.POSTGRES, wanted);
  }

  private StackConfig withSettings(Role role, Map<String, String> wanted) {
    var more = new HashMap<>(settings);
    more.put(role, Map.copyOf(wanted));
    return new StackConfig(
        root,
        dataDirectory,
        orchestratorPort,
        models,
        services,
        environment,
        jvmOptions,
        more,
        learns);
  }

  /** What is set of a role on top of the usual. */
  Map<String, String> settings(Role role) {
    return settings.getOrDefault(role, Map.of());
  }
}
