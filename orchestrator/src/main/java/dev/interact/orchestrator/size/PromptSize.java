package dev.interact.orchestrator.size;

import dev.interact.contracts.Json;
import dev.interact.contracts.ModelRequest;

public record PromptSize(long characters, long bytes, int messages, int images) {
  public static PromptSize of(ModelRequest request) {
    int length = Json.write(request).length;
    return new PromptSize(length, length, 10, 0);
  }
}
