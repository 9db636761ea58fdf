package dev.interact.worker.model;

import dev.interact.contracts.reply.Usage;
import dev.langchain4j.model.openai.internal.chat.AssistantMessage;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionChoice;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionResponse;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/** Passes on the replies that hold an answer; of the others it keeps what they were. */
final class Replied implements ReaderInterceptor, ResteasyReactiveClientResponseFilter {
  /** An empty reply is no reply to the client; here it is one like any other. */
  @Override
  public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
    if (!response.hasEntity()) {
      response.setEntityStream(InputStream.nullInputStream());
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() != ChatCompletionResponse.class) {
      return context.proceed();
    }
    String body = new String(context.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    ChatCompletionResponse response = read(context, body);
    if (!isAnswer(response)) {
      throw new NoAnswer(body, response, null);
    }
    return response;
  }

  private static ChatCompletionResponse read(ReaderInterceptorContext context, String body)
      throws IOException {
    context.setInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    try {
      return (ChatCompletionResponse) context.proceed();
    } catch (IOException | RuntimeException e) {
      throw new NoAnswer(body, null, e);
    }
  }

  private static boolean isAnswer(ChatCompletionResponse response) {
    return first(response)
        .filter(choice -> !NoAnswer.CONTENT_FILTER.equals(choice.finishReason()))
        .map(ChatCompletionChoice::message)
        .map(AssistantMessage::content)
        .filter(text -> !text.isBlank())
        .isPresent();
  }

  private static Optional<ChatCompletionChoice> first(ChatCompletionResponse response) {
    return Optional.ofNullable(response)
        .map(ChatCompletionResponse::choices)
        .filter(choices -> !choices.isEmpty())
        .map(choices -> choices.get(0));
  }

  /** A reply without an error status that holds no answer. */
  static final class NoAnswer extends RuntimeException {
    private static final String CONTENT_FILTER = "content_filter";
    private static final long serialVersionUID = 1L;

    final String body;
    private final transient ChatCompletionResponse response;

    private NoAnswer(String body, ChatCompletionResponse response, Throwable cause) {
      super("no answer", cause, false, false);
      this.body = body;
      this.response = response;
    }

    /** What the provider says it used, or null. */
    Usage usage() {
      return response == null || response.usage() == null
          ? null
          : TokenCount.of(response.usage().promptTokens(), response.usage().completionTokens());
    }

    boolean hasMessage() {
      return first(response).map(ChatCompletionChoice::message).isPresent();
    }

    boolean isRefusal() {
      return first(response)
          .filter(
              choice ->
                  CONTENT_FILTER.equals(choice.finishReason())
                      || (choice.message() != null && choice.message().refusal() != null))
          .isPresent();
    }

    boolean isOutOfTokens() {
      return first(response).filter(choice -> "length".equals(choice.finishReason())).isPresent();
    }
  }
}
