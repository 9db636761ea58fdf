package dev.interact.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path logs;
  private LogFile log;

  @BeforeEach
  void create() {
    log = new LogFile(logs.resolve("broker.log"));
  }

  @Test
  void theLastCauseSaysMost() throws IOException {
    Files.writeString(
        log.path(),
        """
        ERROR Failed to start application
        java.lang.RuntimeException: Failed to start quarkus
        \tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)
        Caused by: java.net.BindException: Address already in use
        \t... 9 more
        """);

    assertThat(log.lastError(0)).isEqualTo("java.net.BindException: Address already in use");
  }

  @Test
  void elseTheLastErrorDoes() throws IOException {
    Files.writeString(log.path(), "LOG: one\nFATAL: no room\nLOG: shut down\n");

    assertThat(log.lastError(0)).isEqualTo("FATAL: no room");
  }

  @Test
  void elseTheLastLine() throws IOException {
    Files.writeString(log.path(), "unshare: not permitted\n\n");

    assertThat(log.lastError(0)).isEqualTo("unshare: not permitted");
  }

  @Test
  void errorsOfAnEarlierStartDoNotCount() throws IOException {
    Files.writeString(log.path(), "FATAL: of yesterday\n");

    assertThat(log.lastError(log.size())).isEqualTo("it printed nothing");
  }

  @Test
  void oneEarlierFileIsKept() throws IOException {
    for (var run : new String[] {"first", "second", "third"}) {
      log.rotate();
      Files.writeString(log.path(), run);
    }

    assertThat(log.path()).hasContent("third");
    assertThat(logs.resolve("broker.previous.log")).hasContent("second");
    assertThat(logs.toFile().list()).hasSize(2);
  }
}
