package dev.interact.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.cli.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where concepts are from and what they may be used for.
 *
 * @param counts concepts by domain, licence and source
 */
record ConceptTerms(Map<Terms, Long> counts) {
  private static final int SHOWN = 50;

  private record Terms(String domain, String licence, String source) implements Comparable<Terms> {
    static Terms of(JsonNode concept) {
      return new Terms(text(concept, "domain"), text(concept, "licence"), text(concept, "source"));
    }

    private static String text(JsonNode concept, String field) {
      String text = concept.path(field).asText("");
      return text.isBlank() ? "not stated" : text.replaceAll("\\s+", " ");
    }

    List<String> cells(long concepts) {
      return List.of(domain, licence, source, Long.toString(concepts));
    }

    @Override
    public int compareTo(Terms other) {
      return cells(0).toString().compareTo(other.cells(0).toString());
    }
  }

  /** Those of all concepts; none where the concepts are not with the results. */
  static ConceptTerms of(ResultsFiles results) throws IOException {
    Map<Terms, Long> counts = new TreeMap<>();
    if (results.concepts().isPresent()) {
      JsonLines.forEach(
          results.concepts().get(), concept -> counts.merge(Terms.of(concept), 1L, Long::sum));
    }
    return new ConceptTerms(counts);
  }

  /** A sentence, or a table in Markdown. */
  String markdown() {
    if (counts.isEmpty()) {
      return "The results name neither licences nor sources of the concepts.";
    }
    List<List<String>> rows =
        counts.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> entry.getKey().cells(entry.getValue()))
            .toList();
    String table =
        new Table(List.of("domain", "licence", "source", "concepts"), 3, rows).markdown();
    int left = counts.size() - rows.size();
    return left == 0 ? table : table + "\n\n%d more: see `concepts`.".formatted(left);
  }
}
