package dev.interact.preparation.set;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.preparation.result.Prepared.Exam;
import java.util.List;

/**
 * How a concept of a data set was prepared: its field {@code prepared}.
 *
 * @param recipe name of the recipe
 * @param author alias of the model that wrote the quiz
 * @param missing items that the quiz lacks
 * @param closedBook closed-book figures by filter model
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ConceptProvenance(String recipe, String author, int missing, List<Exam> closedBook) {
  public ConceptProvenance {
    closedBook = closedBook == null ? List.of() : List.copyOf(closedBook);
  }
}
