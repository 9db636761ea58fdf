package dev.interact.cli.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.report.MarkdownReport;
import dev.interact.cli.results.PrintedResults;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SetManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** The dataset card of a data set: {@code README.md} in the form of Hugging Face. */
public final class SetCard {
  private SetCard() {}

  /** The whole card. */
  public static String markdown(DataSet set) {
    SetFigures figures = SetFigures.of(set);
    SetManifest manifest = set.manifest();
    return """
    ---
    pretty_name: %s
    tags:
    - interact
    %sconfigs:
    - config_name: concepts
      data_files: concepts.jsonl
      default: true
    - config_name: lessons
      data_files: lessons.jsonl
    ---

    # %s

    %s
    %s
    %s

    ## Recipe

    Everything but places and money, with every default:

    ```json
    %s
    ```

    ## How to cite it

    Data set %s, content hash `%s`, made with Interact %s by preparation `%s` with prompts `%s`.
    """
        .formatted(
            TextNode.valueOf(manifest.name()),
            figures.simulated().isEmpty() ? "" : "- simulated\n",
            manifest.reference(),
            description(manifest),
            warning(figures),
            sections(figures),
            json(manifest.recipe()),
            manifest.reference(),
            manifest.content(),
            manifest.code(),
            manifest.order(),
            manifest.prompts());
  }

  private static String description(SetManifest set) {
    Recipe recipe = set.recipe();
    return """
    Concepts to learn, each a text or an image with a multiple-choice quiz: %,d concepts, %,d items. `%s` wrote the items, up to %d easy,
    %d medium and %d hard ones a concept with %d options each. An item is here if it keeps the rules, the closed-book filters do not answer it without the
    context, those with the context do, and the judge says yes to it; what was dropped is in `dropped.jsonl`.

    A study of Interact takes `concepts.jsonl` as it is, and names %s in its manifest.
    """
        .formatted(
            set.concepts(),
            set.items(),
            recipe.author(),
            recipe.items().easy(),
            recipe.items().medium(),
            recipe.items().hard(),
            recipe.options(),
            set.reference());
  }

  static String warning(SetFigures figures) {
    return figures.simulated().isEmpty()
        ? ""
        : "**%s In this set they are: %s.**\n"
            .formatted(PrintedResults.SIMULATED, String.join(", ", figures.simulated()));
  }

  private static String sections(SetFigures figures) {
    return new SetSections(figures)
        .all().stream().map(MarkdownReport::of).collect(Collectors.joining("\n\n"));
  }

  private static String json(Recipe recipe) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      return mapper.readTree(JsonOption.text(recipe)).toPrettyString();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }
}
