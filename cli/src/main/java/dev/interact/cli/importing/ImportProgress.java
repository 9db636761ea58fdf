package dev.interact.cli.importing;

import dev.interact.importer.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is redrawn at each file. */
final class ImportProgress implements AutoCloseable {
  private final PrintStream stream;
  private ProgressBar bar;

  /**
   * @param stream a terminal, or null to show nothing
   */
  ImportProgress(PrintStream stream) {
    this.stream = stream;
  }

  void show(Progress progress) {
    if (stream == null) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("import")
              .setUnit(" files", 1)
              .setInitialMax(progress.all())
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setConsumer(new ConsoleProgressBarConsumer(stream))
              .build();
    }
    bar.stepTo(progress.done());
    bar.setExtraMessage(progress.file() == null ? "" : " " + progress.file());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
