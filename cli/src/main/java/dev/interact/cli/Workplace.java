package dev.interact.cli;

import dev.interact.cli.api.Orchestrator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a command runs.
 *
 * @param root the checkout, with the built services and the model registry
 * @param environment looks up an environment variable; null where it is not set
 * @param terminal what the user sees
 */
public record Workplace(Path root, UnaryOperator<String> environment, Terminal terminal) {
  private static final String DATA = "INTERACT_DATA";
  private static final String OWNER = "INTERACT_OWNER";
  private static final String API_KEY = "INTERACT_API_KEY";
  private static final Set<String> OF_THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** The workplace of this process. */
  public static Workplace ofProcess() {
    Path root = Path.of(System.getProperty("interact.root", "")).toAbsolutePath();
    return new Workplace(root, System::getenv, Terminal.ofProcess());
  }

  /** The folder of all data of a local stack: INTERACT_DATA, or that of the checkout. */
  public Path dataDirectory() {
    return isSet(DATA) ? Path.of(environment.apply(DATA)) : root.resolve(".interact");
  }

  /** Who pays for a study: INTERACT_OWNER, or the user's name on this machine. */
  public String owner() {
    return isSet(OWNER) ? environment.apply(OWNER) : System.getProperty("user.name", "");
  }

  /** Speaks to an orchestrator, with INTERACT_API_KEY where that is set. */
  public Orchestrator orchestrator(URI address) {
    Optional<String> key = apiKey();
    if (key.isPresent() && isReadableOnTheWay(address)) {
      terminal.say("Note: INTERACT_API_KEY crosses the network readable; https would hide it.");
    }
    return new Orchestrator(address, key, terminal::say);
  }

  private Optional<String> apiKey() {
    Optional<String> key =
        isSet(API_KEY) ? Optional.of(environment.apply(API_KEY).strip()) : Optional.empty();
    if (key.filter(text -> !text.matches("[!-~]+")).isPresent()) {
      throw CommandFailed.wrongInput(
          "INTERACT_API_KEY has characters that no key has, a line break or a space, say.");
    }
    return key;
  }

  private static boolean isReadableOnTheWay(URI address) {
    return !"https".equals(address.getScheme()) && !OF_THIS_MACHINE.contains(address.getHost());
  }

  /** Whether a variable is set to anything. */
  public boolean isSet(String variable) {
    String value = environment.apply(variable);
    return value != null && !value.isEmpty();
  }
}
