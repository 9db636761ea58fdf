package dev.interact.cli.run;

import dev.interact.cli.api.StudyStatus;
import java.util.List;
import java.util.function.Consumer;

/** Beside a study's progress, tells what it waits for: each sentence once while it stands. */
final class Waiting implements Progress {
  private final Progress progress;
  private final Consumer<String> told;
  private List<String> last = List.of();

  Waiting(Progress progress, Consumer<String> told) {
    this.progress = progress;
    this.told = told;
  }

  @Override
  public void show(StudyStatus status) {
    status.waiting().stream().filter(sentence -> !last.contains(sentence)).forEach(told);
    last = status.waiting();
    progress.show(status);
  }

  @Override
  public void close() {
    progress.close();
  }
}
