package dev.interact.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The way from the orchestrators to the database of a stack. Cut for one of them, its connections
 * stay open, new ones too, and nothing that is said gets through.
 */
final class Cable implements AutoCloseable {
  private static final int LARGEST_GREETING = 4_096;

  private final Path data;
  private final ServerSocket server;
  private final Map<Socket, String> greetings = new ConcurrentHashMap<>();
  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private final AtomicLong swallowed = new AtomicLong();

  /**
   * @param data of the stack, in which its database will be
   */
  Cable(Path data) throws IOException {
    this.data = data;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the orchestrators find the database; each says in its first message who it is. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getLocalPort())
        + "?sslmode=disable&gssEncMode=disable&assumeMinServerVersion=12"
        + "&ApplicationName=${interact.writer.instance}";
  }

  /** Lets nothing through to or from a process any more. */
  void cut(String process) {
    cut.add(process);
  }

  /** Lets a process through again, over new connections. */
  void mend(String process) {
    List<Socket> broken =
        greetings.entrySet().stream()
            .filter(socket -> isCut(socket.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    cut.remove(process);
    broken.forEach(Cable::close);
  }

  /** How many pieces of what was said did not get through. */
  long swallowed() {
    return swallowed.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        greetings.put(client, "");
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    try {
      byte[] greeting = new byte[LARGEST_GREETING];
      int length = client.getInputStream().read(greeting);
      String said = new String(greeting, 0, Math.max(length, 0), StandardCharsets.US_ASCII);
      Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort());
      greetings.put(client, said);
      greetings.put(database, said);
      database.getOutputStream().write(greeting, 0, Math.max(length, 0));
      Thread.ofVirtual().start(() -> pass(database, client, said));
      pass(client, database, said);
    } catch (IOException e) {
      close(client);
    }
  }

  /** The database writes its port into the fourth line of a file. */
  private int databasePort() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path running =
          files
              .filter(file -> file.endsWith("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IOException("no database runs"));
      return Integer.parseInt(Files.readAllLines(running).get(3).strip());
    }
  }

  private void pass(Socket from, Socket to, String greeting) {
    byte[] piece = new byte[8_192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (isCut(greeting)) {
          swallowed.incrementAndGet();
        } else {
          out.write(piece, 0, length);
        }
      }
    } catch (IOException e) {
      // One of the two has hung up.
    }
    if (!isCut(greeting)) {
      close(from);
      close(to);
    }
  }

  private boolean isCut(String greeting) {
    return cut.stream().anyMatch(process -> greeting.contains("\0" + process + "\0"));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    greetings.keySet().forEach(Cable::close);
  }
}
