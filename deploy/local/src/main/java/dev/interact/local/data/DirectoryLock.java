package dev.interact.local.data;

import dev.interact.local.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One stack per data directory. The system takes the lock back when its process ends, however it
 * ends, and no child inherits it.
 */
public record DirectoryLock(DataDirectory directory, FileChannel channel) implements AutoCloseable {

  /**
   * Within one process the system's lock says nothing: opening the file again would even lose it.
   */
  private static final Set<DataDirectory> OURS = ConcurrentHashMap.newKeySet();

  public static DirectoryLock take(DataDirectory directory) {
    if (!OURS.add(directory)) {
      throw StackException.alreadyRunning(directory.path());
    }
    try {
      Files.createDirectories(directory.path());
      var channel =
          FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return new DirectoryLock(directory, channel);
      }
      channel.close();
      OURS.remove(directory);
      throw StackException.alreadyRunning(directory.path());
    } catch (IOException e) {
      OURS.remove(directory);
      throw StackException.because(
          "Cannot write to %s: %s".formatted(directory.path(), e.getMessage()));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      OURS.remove(directory);
    }
  }
}
