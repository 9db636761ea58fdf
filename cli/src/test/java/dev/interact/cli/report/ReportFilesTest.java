package dev.interact.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportFilesTest {
  private static final Path FOLDER = Path.of("target", "sample-report");

  @Test
  void a_whole_report_is_written() throws Exception {
    assertThat(ReportFiles.write(Samples.whole(), FOLDER)).isEmpty();
  }
}
