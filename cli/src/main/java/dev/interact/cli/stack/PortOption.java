package dev.interact.cli.stack;

import dev.interact.local.StackConfig;
import picocli.CommandLine.Option;

/** The option of every command that may start the services. */
public final class PortOption {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The orchestrator's port (default: 8080; 0 for any free one).")
  private Integer port;

  int port() {
    return port == null ? StackConfig.DEFAULT_PORT : port;
  }

  /** Whether the user gave one. */
  public boolean isSet() {
    return port != null;
  }
}
