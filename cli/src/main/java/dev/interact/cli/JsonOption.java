package dev.interact.cli;

import picocli.CommandLine.Option;

/** The option of every command that has a result. */
public final class JsonOption {
  @Option(names = "--json", description = "Print the result as JSON, and nothing else on stdout.")
  private boolean json;

  public boolean isSet() {
    return json;
  }
}
