package dev.interact.cli.run;

import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.table.Spending;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is redrawn, for terminals. */
final class ProgressBars implements Progress {
  private final PrintStream stream;
  private final boolean coloured;
  private ProgressBar bar;

  ProgressBars(PrintStream stream, boolean coloured) {
    this.stream = stream;
    this.coloured = coloured;
  }

  @Override
  public void show(StudyStatus status) {
    long done = status.calls().done();
    if (bar == null) {
      bar = bar(status.name(), done);
    }
    bar.maxHint(status.isFinished() ? done : Math.max(done, status.calls().planned()));
    bar.stepTo(done);
    bar.setExtraMessage(message(status));
  }

  private static String message(StudyStatus status) {
    StudyStatus.Dialogues dialogues = status.dialogues();
    String failed = dialogues.failed() == 0 ? "" : ", %d failed".formatted(dialogues.failed());
    return String.format(
        Locale.ROOT,
        " %d/%d %s%s, %s",
        dialogues.finished(),
        dialogues.total(),
        status.units(),
        failed,
        Spending.of(status));
  }

  private ProgressBar bar(String name, long done) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setUnit(" calls", 1)
        .startsFrom(done, Duration.ZERO)
        .setStyle(
            coloured ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK)
        .setConsumer(new ConsoleProgressBarConsumer(stream))
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
