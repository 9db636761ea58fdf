package dev.interact.study;

import dev.interact.study.file.StudyFiles;

/** Study files for tests. */
final class Studies {
  private static final String BASE =
      """
      name: x
      concepts: [x.jsonl]
      conditions: [dynamic]
      turns: 2
      seeds: [1, 2, 3]
      students: [s1, s2]
      teachers: [t1, t2]
      """;

  private Studies() {}

  /**
   * A study with some lines, parted by semicolons, in the place of others or beside them. A field
   * without a value takes its line away.
   */
  static StudyFile of(String lines) {
    String yaml = BASE;
    for (String line : lines.split(";")) {
      yaml = with(yaml, line.strip());
    }
    return StudyFiles.read(yaml, "x.yaml");
  }

  private static String with(String yaml, String line) {
    String field = line.substring(0, line.indexOf(':') + 1);
    String others = field.isEmpty() ? yaml : yaml.replaceAll("(?m)^" + field + ".*\n", "");
    return line.endsWith(":") ? others : others + line + "\n";
  }
}
