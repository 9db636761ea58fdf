package dev.interact.cli.stack;

import dev.interact.cli.Workplace;
import dev.interact.registry.ModelRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** The options of every command that uses services that run, or starts some. */
public final class Services {
  @Mixin private UrlOption url;
  @Mixin private PortOption port;
  @Mixin private ModelsOption models;

  /** What the user says of models. */
  public ModelsOption models() {
    return models;
  }

  /**
   * Services that run, or else new ones.
   *
   * @param check is given the registry that new ones would read; those that run judge the models
   *     themselves, for their registry may be another
   */
  public Backend open(Workplace workplace, Consumer<ModelRegistry> check) {
    Optional<Backend> running = Backend.running(url, workplace);
    if (running.isPresent()) {
      if (port.isSet() || models.isSet()) {
        workplace
            .terminal()
            .say("Services run already: --port and --models have no effect on them.");
      }
      return running.get();
    }
    check.accept(models.registry(workplace));
    return Backend.start(port, models, workplace);
  }
}
