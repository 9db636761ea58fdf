package dev.interact.cli.stack;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.local.RunningStack;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that may speak to an orchestrator somewhere else. */
public final class UrlOption {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "An orchestrator that runs already, here or elsewhere.")
  private URI url;

  /** Where an orchestrator runs: as the user says, or on this machine. */
  Optional<URI> running(Workplace workplace) {
    if (url != null && !isHttp(url)) {
      throw CommandFailed.wrongInput(
          "--url must be an address such as http://host:8080, not " + url + ".");
    }
    return Optional.ofNullable(url)
        .or(
            () ->
                RunningStack.find(workplace.dataDirectory())
                    .filter(RunningStack::isReady)
                    .map(RunningStack::orchestrator));
  }

  private static boolean isHttp(URI url) {
    return url.getHost() != null
        && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
  }

  /** The address of an orchestrator that must be running. */
  public URI required(Workplace workplace) {
    return running(workplace)
        .orElseThrow(
            () ->
                CommandFailed.noStack(
                    "Interact is not running; start it with ./interact up, or give --url.", null));
  }

  /** Speaks to an orchestrator that must be running. */
  public Orchestrator connect(Workplace workplace) {
    return workplace.orchestrator(required(workplace));
  }
}
