package dev.interact.cli.stack;

import dev.interact.cli.Workplace;
import dev.interact.registry.ModelRegistry;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that may read the model registry. */
public final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "The model registry (default: models.yaml of the checkout).")
  private Path file;

  Path file(Workplace workplace) {
    return file == null ? workplace.root().resolve("models.yaml") : file;
  }

  /** Whether the user gave one. */
  public boolean isSet() {
    return file != null;
  }

  /** Reads the registry. */
  public ModelRegistry registry(Workplace workplace) {
    return ModelRegistry.read(file(workplace), workplace.environment());
  }
}
