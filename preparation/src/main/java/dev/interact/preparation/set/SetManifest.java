package dev.interact.preparation.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared.Exam;
import java.util.List;
import java.util.Map;

/**
 * What a data set says of itself: {@code set.json}. Nothing in it depends on when or where it was
 * made.
 *
 * @param interactSet the form of the folder, 1
 * @param name the recipe's
 * @param version the first 12 digits of {@code content}
 * @param content SHA-256 of all of it but {@code README.md}, in hexadecimal
 * @param code version of what made it
 * @param recipe without places and money
 * @param recipeHash of the same
 * @param order id of the preparation
 * @param prompts hash of the prompts
 * @param models the provider's id of each model, by alias; may lack some
 * @param domains sorted
 * @param closedBook closed-book figures by filter model, in the order of the recipe
 * @param terms licences and sources, sorted
 * @param leftOut concepts that are not in the set, in order
 * @param files what it is made of, but for this file and {@code README.md}, by path
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetManifest(
    int interactSet,
    String name,
    String version,
    String content,
    String code,
    Recipe recipe,
    String recipeHash,
    String order,
    String prompts,
    Map<String, String> models,
    List<Domain> domains,
    List<Exam> closedBook,
    List<Terms> terms,
    List<LeftOut> leftOut,
    Map<String, FileSeal> files) {

  /**
   * What a domain has.
   *
   * @param concepts in the set
   * @param leftOut without any item that passed
   * @param failed that could not be prepared
   * @param levels items in the set, by level
   * @param missing items that their quizzes lack
   * @param gates what became of all items that were written
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Domain(
      String domain,
      int concepts,
      int leftOut,
      int failed,
      Map<String, Integer> levels,
      int missing,
      GateCounts gates) {}

  /**
   * How many items came and went, those of concepts that were left out included. An item that did
   * not pass two gates counts at both.
   *
   * @param unreadable what authors wrote in the place of items and is none
   * @param written items that could be read
   * @param refused those that broke the rules, and came to no gate
   * @param gated those that came to the gates
   * @param closedBook dropped, for a model answered them without the context
   * @param withContext dropped, for a model did not answer them with it
   * @param judge dropped, for the judge said no
   * @param other dropped, though no gate says why
   * @param kept those in the set
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record GateCounts(
      int unreadable,
      int written,
      int refused,
      int gated,
      int closedBook,
      int withContext,
      int judge,
      int other,
      int kept) {}

  /**
   * What concepts may be used for and where they are from.
   *
   * @param licence null where it is not stated
   * @param source null where it is not stated
   * @param concepts how many
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Terms(String licence, String source, int concepts) {}

  /**
   * A concept that is not in the set.
   *
   * @param failed whether it could not be prepared; else none of its items passed
   * @param reason a sentence
   * @param closedBook its closed-book figures; empty where it failed
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record LeftOut(
      String concept, String domain, boolean failed, String reason, List<Exam> closedBook) {}

  /**
   * What a file must be.
   *
   * @param bytes how many
   * @param sha256 of its content, in hexadecimal
   */
  public record FileSeal(long bytes, String sha256) {}

  /** Name and version, as a study's manifest has it: {@code NAME@VERSION}. */
  public String reference() {
    return name + "@" + version;
  }

  /** The name of its folder: {@code NAME-VERSION}. */
  public String folder() {
    return name + "-" + version;
  }

  /** How many concepts it has. */
  public int concepts() {
    return domains.stream().mapToInt(Domain::concepts).sum();
  }

  /** How many items it has. */
  public int items() {
    return domains.stream().mapToInt(domain -> domain.gates().kept()).sum();
  }
}
