package dev.interact.bench.stub;

import dev.interact.contracts.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was said in each call, in a file: an exchange a line. */
public final class ExchangeLog {
  private final OutputStream out;

  /** Begins a log. */
  ExchangeLog(Path file) throws IOException {
    this.out = Files.newOutputStream(file);
  }

  /** Writes an exchange, which can be read at once. */
  void add(Exchange exchange) {
    try {
      out.write(Json.write(exchange));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exchanges of a file that began at a time or later, in the order in which they did. */
  public static List<Exchange> read(Path file, long since) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Exchange.class))
          .filter(exchange -> exchange.arrived() >= since)
          .sorted(Comparator.comparingLong(Exchange::arrived))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
