package dev.interact.cli.prepare;

import static java.util.stream.Collectors.toMap;

import dev.interact.preparation.order.PreparationOrder;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Concept;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A preparation that can be handed in.
 *
 * @param concepts all that it names, in order; none has a quiz
 */
record Ordered(PreparationOrder order, List<Concept> concepts) {

  /**
   * A recipe and its material.
   *
   * @param file the recipe's text; empty where there is none
   * @param folder that the recipe's folder of prompts is seen from
   * @throws InvalidInput if prompts are wrong, or a concept has a quiz already
   */
  static Ordered of(Recipe recipe, String file, Path folder, List<Concept> concepts, String owner) {
    InvalidInput.throwIfAny(
        concepts.stream()
            .filter(concept -> !concept.quiz().isEmpty())
            .map(Ordered::hasQuiz)
            .toList());
    Prompts prompts = Prompts.load(Optional.ofNullable(recipe.prompts()).map(folder::resolve));
    return new Ordered(
        new PreparationOrder(
            file,
            recipe,
            concepts.stream().map(Concept::hash).toList(),
            Stream.concat(Stream.of(PromptSet.GENERAL), concepts.stream().map(Concept::domain))
                .distinct()
                .collect(toMap(domain -> domain, prompts::forDomain)),
            owner),
        concepts);
  }

  /**
   * The same with the registry's offline models in the place of its own.
   *
   * @throws InvalidInput if the registry does not know one of them
   */
  Ordered offline(ModelRegistry registry) {
    Recipe recipe = order.recipe();
    InvalidInput.throwIfAny(
        recipe.models().stream()
            .filter(alias -> registry.find(alias).isEmpty())
            .flatMap(alias -> registry.problem(alias).stream())
            .map(sentence -> new Problem(null, 0, null, sentence))
            .toList());
    return new Ordered(
        new PreparationOrder(
            order.file(),
            recipe.with(
                alias -> registry.find(alias).map(Model::standsIn).orElseThrow(),
                recipe.name() + "-offline"),
            order.concepts(),
            order.prompts(),
            order.owner()),
        concepts);
  }

  private static Problem hasQuiz(Concept concept) {
    return new Problem(
        null,
        0,
        "quiz",
        "concept '%s' has one already; a study can use it as it is".formatted(concept.id()));
  }
}
