package dev.interact.worker.garbage;

import static dev.interact.worker.garbage.Corpus.REJECTED;
import static dev.interact.worker.garbage.Corpus.TRANSIENT;
import static dev.interact.worker.garbage.Corpus.part;

import java.util.List;
import java.util.Map;

/** Status codes of all kinds, with bodies that say why or say nothing. */
final class RefusedRequests {
  private static final List<String> RATE_LIMITED = List.of("rate-limited");
  private static final List<Integer> PERMANENT =
      List.of(300, 301, 302, 303, 305, 307, 308, 400, 401, 402, 403, 404, 405, 410, 413, 418, 422);
  private static final List<Integer> PASSING =
      List.of(408, 409, 425, 500, 501, 502, 503, 504, 507, 520, 529, 599, 700, 999);
  private static final List<String> BODIES =
      List.of(
          "",
          "{\"error\":{\"message\":\"no\",\"code\":\"nope\"}}",
          "{\"error\":{\"message\":\"" + "\u00e9\uD83D\uDE00".repeat(300) + "\"}}",
          "{\"error\":\"no\"}",
          "{\"error\":{\"message\":",
          "<html><body>\u001b[31mno\u001b[0m</body></html>",
          "\u0000\uFFFF",
          "[]",
          "{\"error\":{\"code\":429,\"message\":null,\"type\":[]}}",
          "{\"message\":\"no\"}");

  private RefusedRequests() {}

  static void addTo(Corpus corpus) {
    PERMANENT.forEach(status -> add(corpus, status, REJECTED));
    PASSING.forEach(status -> add(corpus, status, TRANSIENT));
    for (String after : List.of("0", "0.05", "-1", "soon", "", "NaN", "1e99", "Fri, 31 Feb 1999")) {
      corpus.add(
          "429, to be sent again after '%s'".formatted(after),
          429,
          Map.of("Retry-After", after),
          List.of(part("{}")),
          RATE_LIMITED);
    }
    corpus.add("429 without a word", 429, Map.of(), List.of(), RATE_LIMITED);
    corpus.add(
        "429, no money",
        429,
        Map.of(),
        List.of(part("{\"error\":{\"code\":\"insufficient_quota\"}}")),
        REJECTED);
    corpus.add("400 and 10 MB", 400, Map.of(), List.of(part("no ", 3_333_333)), REJECTED);
    corpus.add("500 and 10 MB", 500, Map.of(), List.of(part("no ", 3_333_333)), TRANSIENT);
    corpus.add("204", 204, Map.of(), List.of(), TRANSIENT);
    corpus.add("205", 205, Map.of(), List.of(), TRANSIENT);
  }

  private static void add(Corpus corpus, int status, List<String> outcomes) {
    String body = BODIES.get(corpus.random().nextInt(BODIES.size()));
    corpus.add(
        "status " + status,
        status,
        Map.of("Location", "/elsewhere"),
        body.isEmpty() ? List.of() : List.of(part(body)),
        outcomes);
  }
}
