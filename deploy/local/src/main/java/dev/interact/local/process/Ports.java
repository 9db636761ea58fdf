package dev.interact.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port nobody listens on, never given twice. It lies below the range that systems use for
   * outgoing connections: a client that retries a stopped server on a port of that range can end up
   * connected to itself, and the server cannot come back.
   */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (!isInUse(port) && GIVEN.add(port)) {
        return port;
      }
    }
  }

  /**
   * Binding alone does not tell everywhere: macOS lets a second program bind a narrower address.
   */
  public static boolean isInUse(int port) {
    return connects(port) || !binds(port);
  }

  private static boolean connects(int port) {
    try (var socket = new Socket()) {
      socket.connect(loopback(port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean binds(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(loopback(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
