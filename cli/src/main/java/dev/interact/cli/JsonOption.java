package dev.interact.cli;

import dev.interact.contracts.Json;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** The option of every command that has a result. */
public final class JsonOption {
  @Option(names = "--json", description = "Print the result as JSON, and nothing else on stdout.")
  private boolean json;

  public boolean isSet() {
    return json;
  }

  /** A result as JSON. */
  public static String text(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
