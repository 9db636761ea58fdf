package dev.interact.orchestrator.rest;

import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which page of a list is asked for. */
public class PageRequest {
  private static final int USUAL = 100;
  private static final int MOST = 500;
  private static final int LONGEST_NUMBER = 18;

  /** How many entries at most. */
  @Parameter(
      description = "how many entries at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "100"))
  @RestQuery
  public String limit;

  /** Where the page before ended. */
  @Parameter(description = "the 'next' of the page before")
  @RestQuery
  public String cursor;

  /**
   * How many entries it has at most.
   *
   * @throws InvalidInput if it is no number from 1 to 500
   */
  public int size() {
    if (limit == null) {
      return USUAL;
    }
    int size = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    if (size < 1 || size > MOST) {
      throw wrong("limit", "must be a number from 1 to %d, not '%s'".formatted(MOST, limit));
    }
    return size;
  }

  /**
   * The number that the cursor is, where there is one.
   *
   * @throws InvalidInput if it is no cursor of such a list
   */
  public OptionalLong after() {
    if (cursor == null) {
      return OptionalLong.empty();
    }
    if (!cursor.matches("[0-9]+") || cursor.length() > LONGEST_NUMBER) {
      throw unknownCursor();
    }
    return OptionalLong.of(Long.parseLong(cursor));
  }

  /** The cursor is none of such a list. */
  public InvalidInput unknownCursor() {
    return wrong("cursor", "is none that a page had as its 'next': '%s'".formatted(cursor));
  }

  /** A parameter that is not what it should be. */
  public static InvalidInput wrong(String parameter, String message) {
    return new InvalidInput(List.of(new Problem(null, 0, parameter, message)));
  }
}
