package dev.interact.worker.model;

import dev.interact.contracts.Head;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import dev.interact.registry.Model;
import dev.interact.telemetry.Traces;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The span of one request to a model, as OpenTelemetry's conventions for generative AI have it.
 * Ids, names and numbers alone: nothing that was asked or said.
 */
record ChatSpan(Span span) {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<List<String>> REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

  /** Begins a child of the span that is current. */
  static ChatSpan begin(Traces traces, Head head, Model model) {
    if (!traces.isOn()) {
      return new ChatSpan(Span.getInvalid());
    }
    Span span = traces.begin("chat " + model.model(), SpanKind.CLIENT, Context.current());
    span.setAttribute("gen_ai.operation.name", "chat");
    // The format is OpenAI's, whoever speaks it; the server's address says who.
    span.setAttribute("gen_ai.provider.name", "openai");
    span.setAttribute("gen_ai.conversation.id", head.dialogue());
    span.setAttribute("gen_ai.request.model", model.model());
    span.setAttribute("gen_ai.request.temperature", head.sampling().temperature());
    span.setAttribute("gen_ai.request.max_tokens", head.sampling().maxTokens());
    span.setAttribute("gen_ai.request.seed", head.sampling().seed());
    span.setAttribute("interact.model", head.model());
    URI server = URI.create(model.baseUrl());
    span.setAttribute("server.address", server.getHost());
    span.setAttribute("server.port", port(server));
    return new ChatSpan(span);
  }

  private static long port(URI server) {
    if (server.getPort() > 0) {
      return server.getPort();
    }
    return "https".equals(server.getScheme()) ? HTTPS : HTTP;
  }

  /** The model has answered something. */
  void answered(ChatResponseMetadata answer) {
    if (span.isRecording()) {
      span.setAttribute("gen_ai.response.id", answer.id());
      span.setAttribute("gen_ai.response.model", answer.modelName());
      if (answer.finishReason() != null) {
        span.setAttribute(REASONS, List.of(answer.finishReason().name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  void failed(Throwable failure) {
    if (span.isRecording()) {
      span.setAttribute(ERROR, Failures.type(failure));
    }
  }

  void end(Outcome outcome) {
    if (span.isRecording()) {
      switch (outcome) {
        case Outcome.Completed completed -> used(completed.usage());
        case Outcome.RateLimited limited -> span.setStatus(StatusCode.ERROR);
        case Outcome.Transient broken -> failed(broken.usage());
        case Outcome.Rejected rejected -> failed(rejected.usage());
      }
      span.end();
    }
  }

  private void failed(Usage usage) {
    span.setStatus(StatusCode.ERROR);
    used(usage);
  }

  private void used(Usage usage) {
    if (usage != null) {
      span.setAttribute("gen_ai.usage.input_tokens", usage.input());
      span.setAttribute("gen_ai.usage.output_tokens", usage.output());
    }
  }
}
