package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.Rows;
import dev.interact.analysis.StudyFolder;
import dev.interact.analysis.report.Report.Fact;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir private Path folder;

  @Test
  void data_sets_of_the_concepts_are_named() {
    StudyFolder study = new StudyFolder("{'name': 'made-up'}");
    study.answers(Rows.of(Rows.arm("closed-book", null), "c", null).quizzes("1"));

    assertThat(Findings.of(study.in(folder), 7).provenance())
        .contains(new Fact("data set", "made-up@0123456789ab"));
  }
}
