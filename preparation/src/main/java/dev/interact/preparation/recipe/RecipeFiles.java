package dev.interact.preparation.recipe;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.preparation.recipe.Recipe.ClosedBook;
import dev.interact.preparation.recipe.Recipe.WithContext;
import dev.interact.study.input.Document;
import dev.interact.study.input.FieldPath;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.input.Schema;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.List;

/** Reads recipes and says what is wrong with them. */
public final class RecipeFiles {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final Schema SCHEMA = Schema.at("/dev/interact/preparation/recipe.schema.json");

  private RecipeFiles() {}

  /**
   * Reads a recipe.
   *
   * @param file its name, for messages
   * @throws InvalidInput with all problems that can be told from the file alone
   */
  public static Recipe read(String yaml, String file) {
    Document document = Document.yaml(yaml, file);
    InvalidInput.throwIfAny(SCHEMA.check(document));
    Recipe recipe = bind(document);
    InvalidInput.throwIfAny(
        contradictions(recipe).stream()
            .map(finding -> document.problem(finding.path(), finding.message()))
            .sorted(comparing(Problem::line))
            .toList());
    return recipe;
  }

  private static Recipe bind(Document document) {
    try {
      return MAPPER.treeToValue(document.root(), Recipe.class);
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(document.file(), e.getOriginalMessage());
    }
  }

  /** What is wrong with a recipe that did not come through {@link #read}. */
  public static List<Problem> problems(Recipe recipe) {
    List<Finding> findings = new ArrayList<>(SCHEMA.check(MAPPER.valueToTree(recipe)));
    findings.addAll(contradictions(recipe));
    return findings.stream()
        .map(finding -> new Problem(null, 0, finding.path().toString(), finding.message()))
        .toList();
  }

  /** What fields ask for that cannot be together. */
  private static List<Finding> contradictions(Recipe recipe) {
    List<Finding> findings = new ArrayList<>();
    ClosedBook closed = recipe.gates().closedBook();
    WithContext open = recipe.gates().withContext();
    if (closed.dropFrom() > closed.tries()) {
      findings.add(tooMany("closed_book", "drop_from", closed.dropFrom(), closed.tries()));
    }
    if (open.keepFrom() > open.tries()) {
      findings.add(tooMany("with_context", "keep_from", open.keepFrom(), open.tries()));
    }
    if (recipe.items().count() < 1) {
      findings.add(
          new Finding(
              FieldPath.of("items"), "must be at least one, of whatever level; found none"));
    }
    if (Recipe.Gates.NOBODY.equals(recipe.author())) {
      findings.add(
          new Finding(
              FieldPath.of("author"), "must name a model; 'none' stands for nobody to judge"));
    }
    return findings;
  }

  private static Finding tooMany(String gate, String field, int found, int tries) {
    return new Finding(
        FieldPath.of("gates", gate, field),
        "must be at most the gate's tries, %d; found %d".formatted(tries, found));
  }
}
