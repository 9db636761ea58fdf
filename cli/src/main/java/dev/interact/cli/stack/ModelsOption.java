package dev.interact.cli.stack;

import dev.interact.cli.Workplace;
import dev.interact.registry.ModelRegistry;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that may read the model registry, or replace a study's models. */
public final class ModelsOption {
  /** The value that stands for no file, but for offline models in place of a study's own. */
  public static final String OFFLINE = "offline";

  @Option(
      names = "--models",
      paramLabel = "FILE|offline",
      description = {
        "The model registry (default: models.yaml of the checkout).",
        "'offline': the registry's offline models in place of those that the study names."
      })
  private String value;

  Path file(Workplace workplace) {
    return isSet() ? Path.of(value) : workplace.root().resolve("models.yaml");
  }

  /** Whether the user gave a registry. */
  public boolean isSet() {
    return value != null && !isOffline();
  }

  /** Whether offline models are to take the place of a study's own. */
  public boolean isOffline() {
    return OFFLINE.equals(value);
  }

  /** Reads the registry. */
  public ModelRegistry registry(Workplace workplace) {
    return ModelRegistry.read(file(workplace), workplace.environment());
  }
}
