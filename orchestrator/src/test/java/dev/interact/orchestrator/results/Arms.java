package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.study.StudyFile;
import dev.interact.study.file.StudyFiles;
import java.util.Map;

/** A study for tests, and the arms of it. */
final class Arms {
  private static final String BASE =
      """
      name: s
      concepts: [c.jsonl]
      conditions: [closed-book, dynamic]
      turns: 4
      students: [m]
      teachers: [m]
      """;

  private Arms() {}

  static StudyFile study(String more) {
    return StudyFiles.read(BASE + more + "\n", "s.yaml");
  }

  /** The arm of a study that has a condition, or a kind of fork. */
  static Arm of(StudyFile study, String condition) {
    return Horizon.of(study).keySet().stream()
        .filter(arm -> arm.condition().equals(condition))
        .findFirst()
        .orElseThrow();
  }

  static Horizon horizon(String more, String condition) {
    StudyFile study = study(more);
    Map<Arm, Horizon> all = Horizon.of(study);
    return all.get(of(study, condition));
  }
}
