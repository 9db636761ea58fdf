package dev.interact.orchestrator.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of server-sent events that takes nothing until it is told to read. */
final class SlowClient implements AutoCloseable {
  private static final int SOCKET_BYTES = 8 * 1024;
  private static final Pattern FRAME =
      Pattern.compile("(?:id: (-?\\d+)\n)?event: (\\S+)\ndata: (.*)\n\n");

  private final Socket socket = new Socket();
  private final List<Frame> frames = new CopyOnWriteArrayList<>();

  /** What was sent; the id is null where there is none. */
  record Frame(String id, String event, String data) {}

  SlowClient(int port, String path) throws IOException {
    socket.setReceiveBufferSize(SOCKET_BYTES);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    String request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(path);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads from now on until the end, on a thread of its own. */
  SlowClient reading() {
    Thread.ofVirtual().start(this::read);
    return this;
  }

  private void read() {
    StringBuilder heard = new StringBuilder();
    byte[] some = new byte[SOCKET_BYTES];
    try {
      for (int n = socket.getInputStream().read(some);
          n >= 0;
          n = socket.getInputStream().read(some)) {
        heard.append(new String(some, 0, n, StandardCharsets.US_ASCII));
        if (heard.indexOf("\n\n", heard.length() - n - 1) >= 0) {
          take(heard);
        }
      }
    } catch (IOException e) {
      // It was closed, here or there.
    }
  }

  /** Frames are written each within one chunk, which leaves them as they are. */
  private void take(StringBuilder heard) {
    int end = 0;
    for (Matcher found = FRAME.matcher(heard); found.find(); end = found.end()) {
      frames.add(new Frame(found.group(1), found.group(2), found.group(3)));
    }
    heard.delete(0, end);
  }

  /** What has come so far. */
  List<Frame> frames() {
    return frames;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
