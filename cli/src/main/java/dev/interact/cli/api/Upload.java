package dev.interact.cli.api;

import dev.interact.contracts.Json;
import dev.interact.study.Concept;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cuts concepts into requests of a bearable size: JSON arrays of at least one concept each. */
final class Upload {
  private static final long BATCH_BYTES = 8L * 1024 * 1024;

  private Upload() {}

  static Stream<BodyPublisher> batches(List<Concept> concepts) {
    List<List<Concept>> batches = new ArrayList<>();
    long bytes = BATCH_BYTES;
    for (Concept concept : concepts) {
      long size = Json.write(concept).length;
      if (bytes + size > BATCH_BYTES) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(concept);
      bytes += size;
    }
    return batches.stream().map(batch -> BodyPublishers.ofByteArray(Json.write(batch)));
  }
}
