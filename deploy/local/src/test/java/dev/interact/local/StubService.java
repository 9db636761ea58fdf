package dev.interact.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Stands for one of the services: ready at once, and answers with what it was told. */
final class StubService {

  public static void main(String[] arguments) throws IOException {
    var told = System.getenv();
    if (told.containsKey("STUB_FAILS_WITH")) {
      System.out.println("ERROR " + told.get("STUB_FAILS_WITH"));
      System.exit(1);
    }
    var address =
        new InetSocketAddress(
            told.get("QUARKUS_HTTP_HOST"), Integer.parseInt(told.get("QUARKUS_HTTP_PORT")));
    var server = HttpServer.create(address, 0);
    answer(server, "/q/health/ready", "ready");
    answer(server, "/environment", lines(told));
    server.start();
  }

  private static String lines(Map<String, String> told) {
    var lines = new StringBuilder();
    told.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return lines.toString();
  }

  private static void answer(HttpServer server, String path, String body) {
    server.createContext(
        path,
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
