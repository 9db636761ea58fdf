package dev.interact.analysis.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of numbers among the test resources. */
record Frame(List<String> names, List<String[]> rows) {
  /** R's {@code datasets::ChickWeight}: weights of 50 chicks on four diets, by day. */
  static Frame chickWeight() {
    return read("/chick-weight.csv");
  }

  /** R's {@code plm::Produc}: 48 states of the USA, 1970 to 1986; states numbered. */
  static Frame produc() {
    return read("/produc.csv");
  }

  private static Frame read(String name) {
    try (InputStream in = Frame.class.getResourceAsStream(name)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return new Frame(
          Arrays.asList(lines.getFirst().split(",")),
          lines.stream().skip(1).map(line -> line.split(",")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] column(String name) {
    int at = names.indexOf(name);
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
  }

  int[] numbers(String name) {
    return Arrays.stream(column(name)).mapToInt(value -> (int) value).toArray();
  }
}
