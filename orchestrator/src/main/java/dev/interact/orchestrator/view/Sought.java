package dev.interact.orchestrator.view;

import dev.interact.orchestrator.rest.PageRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What is looked for in a study. */
public class Sought {
  private static final List<String> ROLES = List.of("student", "teacher");

  /** The words; case does not matter. */
  @Parameter(required = true)
  @RestQuery
  public String q;

  /** student for questions alone, teacher for answers. */
  @Parameter(schema = @Schema(enumeration = {"student", "teacher"}))
  @RestQuery
  public String role;

  /** The id of an arm. */
  @RestQuery public String arm;

  /** Refuses what cannot be looked for. */
  void check() {
    if (q == null || q.isBlank()) {
      throw PageRequest.wrong("q", "is missing: say what to look for");
    }
    if (role != null && !ROLES.contains(role)) {
      throw PageRequest.wrong(
          "role", "must be one of %s, not '%s'".formatted(String.join(", ", ROLES), role));
    }
  }

  /** Whether what a role said is looked at. */
  boolean includes(String one) {
    return role == null || role.equals(one);
  }
}
