package dev.interact.cli.stack;

import dev.interact.local.StackConfig;
import picocli.CommandLine.Option;

/** The option of every command that may start the services. */
public final class PortOption {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The orchestrator's port (default: ${DEFAULT-VALUE}; 0 for any free one).")
  private int port = StackConfig.DEFAULT_PORT;

  int port() {
    return port;
  }
}
