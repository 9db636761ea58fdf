package dev.interact.cli.run;

import dev.interact.cli.api.StudyStatus;

/** Shows how far a study is. */
interface Progress extends AutoCloseable {
  void show(StudyStatus status);

  @Override
  default void close() {}
}
