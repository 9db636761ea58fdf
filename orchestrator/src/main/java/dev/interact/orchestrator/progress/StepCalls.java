package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.study.Library;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;

/** The calls of studies, by the present registry. */
@Singleton
public class StepCalls {
  private final Library library;
  private final ModelRegistry registry;

  StepCalls(Library library, ModelRegistry registry) {
    this.library = library;
    this.registry = registry;
  }

  /** The calls of the study that a stored dialogue belongs to. */
  StudyCalls of(DialogueRow dialogue) {
    return of(library.study(dialogue.study), (any, alias) -> modelId(alias));
  }

  /** The calls of a study whose models are known otherwise. */
  public StudyCalls of(Submission study, StudyCalls.ModelIds models) {
    return new StudyCalls(study, library::concept, models);
  }

  /** The provider's id of the model of an alias; the alias itself where the registry has none. */
  public String modelId(String alias) {
    return registry.find(alias).map(Model::model).orElse(alias);
  }
}
