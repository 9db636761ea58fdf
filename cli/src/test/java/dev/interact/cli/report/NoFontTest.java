package dev.interact.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** A machine without any font, as many servers are: another JVM is shown an empty list of fonts. */
class NoFontTest {
  @TempDir Path folder;

  public static void main(String[] arguments) throws Exception {
    ReportFiles.write(Samples.whole(), Path.of(arguments[0])).forEach(System.out::println);
  }

  @Test
  @EnabledOnOs(value = LINUX, disabledReason = "only there do fonts come from fontconfig")
  void the_report_is_written_without_png() throws Exception {
    Path fonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
    Path output = folder.resolve("output");
    // Java keeps a list of the fonts that it once found in the user's home.
    ProcessBuilder jvm =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            NoFontTest.class.getName(),
            folder.resolve("report").toString());
    jvm.environment().put("FONTCONFIG_FILE", fonts.toString());
    Process process = jvm.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(output).content().contains("The plots are there as SVG only").hasLineCount(1);
    assertThat(folder.resolve("report/report.html")).content().contains("<svg ");
    assertThat(folder.resolve("report/plots/rq1-curves.svg")).exists();
    assertThat(folder.resolve("report/plots/rq1-curves.png")).doesNotExist();
  }
}
