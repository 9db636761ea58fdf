package dev.interact.orchestrator.results;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What answered a study's calls, and what graded them. */
final class Served {
  private Served() {}

  private record Fingerprint(String model, String fingerprint) {}

  /** What the providers said of the models that served, by alias. */
  static Map<String, List<String>> fingerprints(String study) {
    return AttemptRow.find(
            """
            select distinct a.model, a.fingerprint from AttemptRow a
            where a.fingerprint is not null
              and exists (from StepRow s where s.call = a.call and s.study = ?1)
            order by a.model, a.fingerprint
            """,
            study)
        .project(Fingerprint.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                Fingerprint::model,
                Collectors.mapping(Fingerprint::fingerprint, Collectors.toList())));
  }

  /** The versions of the grader. */
  static List<String> graders(String study) {
    return CallRow.find(
            """
            select distinct c.grader from CallRow c
            where c.grader is not null
              and exists (from StepRow s where s.call = c.key and s.study = ?1)
            order by c.grader
            """,
            study)
        .project(String.class)
        .list();
  }
}
