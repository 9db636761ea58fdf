package dev.interact.worker.model;

import dev.interact.chat.Message;
import dev.interact.contracts.Head;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.worker.loop.WorkerConfig;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls the models of the registry. One call is one HTTP request: nothing here tries again. */
@Singleton
public class Models {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final long MOST_BYTES_A_TOKEN = 64;
  private static final long SLACK_BYTES = 64 * 1024;

  private final ModelRegistry registry;
  private final CallWatch watch;
  private final Failures failures = new Failures(Clock.systemUTC());
  private final Map<String, ChatModel> clients = new ConcurrentHashMap<>();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  Models(WorkerConfig config, CallWatch watch) {
    this(ModelRegistry.read(config.models(), System::getenv), watch);
  }

  Models(ModelRegistry registry, CallWatch watch) {
    this.registry = registry;
    this.watch = watch;
  }

  /** Aliases that can be called. */
  public Set<String> usable() {
    Set<String> usable = new HashSet<>(registry.aliases());
    usable.removeAll(registry.problems().keySet());
    return usable;
  }

  /** Aliases that cannot be called, each with the reason. */
  public Map<String, String> unusable() {
    return registry.problems();
  }

  /** Asks the model that a request names, and reports how that went. */
  public Reply.Modelled reply(String worker, Head head, List<Message> messages) {
    long start = System.nanoTime();
    Outcome outcome =
        registry
            .problem(head.model())
            .<Outcome>map(why -> new Outcome.Rejected(why, Usage.NONE, null))
            .orElseGet(() -> ask(head, messages));
    long nanos = System.nanoTime() - start;
    watch.took(head.model(), outcome, nanos);
    long latency = TimeUnit.NANOSECONDS.toMillis(nanos);
    return new Reply.Modelled(worker, head.attempt(), head.call(), latency, outcome);
  }

  private Outcome ask(Head head, List<Message> messages) {
    Model model = registry.find(head.model()).orElseThrow();
    ChatSpan span = watch.begin(head, model);
    Outcome outcome = ask(model, head, messages, span);
    span.end(outcome);
    return outcome;
  }

  private Outcome ask(Model model, Head head, List<Message> messages, ChatSpan span) {
    String alias = head.model();
    Sampling sampling = head.sampling();
    Peer peer =
        new Peer(
            "Model '%s' at %s".formatted(alias, model.baseUrl()), registry.key(model).orElse(null));
    ChatRequest request =
        ChatRequest.builder()
            .messages(ModelMessages.of(messages))
            .parameters(parameters(sampling))
            .build();
    Future<ChatResponse> call =
        calls.submit(() -> clients.computeIfAbsent(alias, name -> client(model)).chat(request));
    try {
      Duration deadline = Duration.ofSeconds(model.timeoutSeconds()).plus(GRACE);
      ChatResponse response = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      span.answered(response.metadata());
      return answered(response, sampling.maxTokens(), peer);
    } catch (TimeoutException e) {
      call.cancel(true);
      span.failed(e);
      return failures.outcome(e, peer);
    } catch (ExecutionException e) {
      span.failed(e.getCause());
      return failures.outcome(e.getCause(), peer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Transient("the worker was stopped during the call", null, null);
    }
  }

  private static OpenAiChatRequestParameters parameters(Sampling sampling) {
    return OpenAiChatRequestParameters.builder()
        .temperature(sampling.temperature())
        .maxOutputTokens(sampling.maxTokens())
        .seed(sampling.seed())
        .build();
  }

  private ChatModel client(Model model) {
    return OpenAiChatModel.builder()
        .baseUrl(model.baseUrl())
        .apiKey(registry.key(model).orElse("none"))
        .modelName(model.model())
        .timeout(Duration.ofSeconds(model.timeoutSeconds()))
        .maxRetries(0)
        .build();
  }

  /** A reply that holds no answer does not come here: see {@link Replied}. */
  private static Outcome answered(ChatResponse response, int maxTokens, Peer peer) {
    String text = SafeText.wellFormed(response.aiMessage().text());
    Usage usage = usage(response.tokenUsage());
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES_A_TOKEN * maxTokens + SLACK_BYTES) {
      return new Outcome.Transient(
          "%s answered with %d bytes, which %d tokens cannot be"
              .formatted(peer.name(), bytes, maxTokens),
          usage,
          peer.raw(text));
    }
    return new Outcome.Completed(
        text, response.finishReason() == FinishReason.LENGTH, usage, fingerprint(response));
  }

  private static Usage usage(TokenUsage usage) {
    return usage == null ? null : TokenCount.of(usage.inputTokenCount(), usage.outputTokenCount());
  }

  private static String fingerprint(ChatResponse response) {
    return response.metadata() instanceof OpenAiChatResponseMetadata openAi
            && openAi.systemFingerprint() != null
        ? SafeText.wellFormed(openAi.systemFingerprint())
        : null;
  }
}
