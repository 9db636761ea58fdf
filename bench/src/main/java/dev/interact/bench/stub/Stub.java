package dev.interact.bench.stub;

import dev.interact.contracts.Json;
import dev.interact.local.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A model stub in a process of its own, which ends with this one. It plays any model whose id says
 * how long it takes.
 */
public final class Stub implements AutoCloseable {
  private static final int HEAP_MEGABYTES = 256;

  /** Newer JVMs print warnings of what Netty does otherwise. */
  private static final List<String> QUIET = List.of("-Dio.netty.noUnsafe=true");

  private final Process process;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Stub(Process process, int port) {
    this.process = process;
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  /** Starts a stub and returns when it can be called. */
  public static Stub start() {
    return launch();
  }

  /** Starts a stub that writes all that is said to a file, an {@link ExchangeLog}. */
  public static Stub listening(Path log) {
    return launch(log);
  }

  private static Stub launch(Object... arguments) {
    var command =
        new JavaCommand(HEAP_MEGABYTES)
            .with(JavaCommand.BOTH_COMPILERS)
            .with(QUIET)
            .main(StubMain.class, arguments)
            .line();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String port = out.readLine();
      if (port == null) {
        throw new IllegalStateException("the model stub did not start");
      }
      return new Stub(process, Integer.parseInt(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The base address of its API. */
  public URI api() {
    return address.resolve("/v1");
  }

  public long pid() {
    return process.pid();
  }

  /** How many calls it has answered. */
  public int answered() {
    return Integer.parseInt(new String(get("/count"), StandardCharsets.UTF_8));
  }

  /** The calls of models of some latency that came and those that left at a time or later. */
  public Traffic traffic(Latency latency, long since) {
    String path = "/traffic?model=%s&since=%d".formatted(latency.model(), since);
    return Json.read(get(path), Traffic.class);
  }

  private byte[] get(String path) {
    try {
      return client
          .send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException("the model stub does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }
}
