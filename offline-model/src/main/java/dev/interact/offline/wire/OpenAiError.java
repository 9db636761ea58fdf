package dev.interact.offline.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A refused request, in the shape OpenAI's clients parse. */
final class OpenAiError extends RuntimeException {

  private final transient Envelope envelope;
  private final int status;

  /** The JSON body: one object named {@code error}; every field is present, some may be null. */
  record Envelope(@JsonInclude(JsonInclude.Include.ALWAYS) Detail error) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Detail(String message, String type, String param, String code) {}

  OpenAiError(int status, String message, String param, String code) {
    super(message);
    this.status = status;
    String type = status >= 500 ? "server_error" : "invalid_request_error";
    this.envelope = new Envelope(new Detail(message, type, param, code));
  }

  static OpenAiError badRequest(String message, String param) {
    return new OpenAiError(400, message, param, null);
  }

  static OpenAiError badRequest(String message, String param, String code) {
    return new OpenAiError(400, message, param, code);
  }

  static OpenAiError unknownModel(String model) {
    String message =
        "The model '" + model + "' does not exist; this server has 'offline' and 'offline-weak'.";
    return new OpenAiError(404, message, "model", "model_not_found");
  }

  int status() {
    return status;
  }

  Envelope envelope() {
    return envelope;
  }
}
