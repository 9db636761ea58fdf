package dev.interact.preparation.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.study.Concept;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a concept of a data set was prepared: its field {@code prepared}.
 *
 * @param recipe name of the recipe
 * @param author alias of the model that wrote the quiz
 * @param missing items that the quiz lacks
 * @param closedBook closed-book figures by filter model
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConceptProvenance(String recipe, String author, int missing, List<Exam> closedBook) {
  private static final String FIELD = "prepared";

  public ConceptProvenance {
    closedBook = closedBook == null ? List.of() : List.copyOf(closedBook);
  }

  /** That of a concept; empty where it has none. */
  public static Optional<ConceptProvenance> of(Concept concept) {
    JsonNode prepared = concept.extra().get(FIELD);
    return Optional.ofNullable(prepared).map(tree -> SetJson.value(tree, ConceptProvenance.class));
  }

  /** The concept with this as its own. */
  Concept in(Prepared prepared) {
    Concept concept = prepared.concept();
    return concept.with(concept.quiz(), Map.of(FIELD, SetJson.tree(this)));
  }
}
