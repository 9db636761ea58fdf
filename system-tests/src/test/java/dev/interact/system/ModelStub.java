package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interact.contracts.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A model that does as it is told: each path is a model of its own with one behaviour. It records
 * every request, and its answers depend on the request alone.
 */
final class ModelStub implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final Collection<Request> requests = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Ration ration = new Ration();
  private final Map<String, Ration> rations = new ConcurrentHashMap<>();

  /**
   * A request as it came in.
   *
   * @param arrived when, by {@link System#nanoTime}
   */
  record Request(String model, JsonNode body, String authorization, long arrived) {
    String lastMessage() {
      JsonNode messages = body.path("messages");
      return messages.path(messages.size() - 1).path("content").toString();
    }

    /** All that is said in it; images are left out. */
    List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (JsonNode message : body.path("messages")) {
        JsonNode content = message.path("content");
        if (content.isTextual()) {
          texts.add(content.asText());
        } else {
          content.findValues("text").forEach(text -> texts.add(text.asText()));
        }
      }
      return texts;
    }

    boolean isQuiz() {
      return lastMessage().contains("A) ");
    }
  }

  /** What a model does with a request. */
  interface Behaviour {
    void answer(HttpExchange exchange, Request request) throws IOException, InterruptedException;
  }

  ModelStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Adds a model and gives the lines that name it in a registry. */
  String model(String alias, Behaviour behaviour, String... settings) {
    behaviours.put(alias, behaviour);
    StringBuilder entry =
        new StringBuilder(
            "  %s:\n    base-url: http://127.0.0.1:%d/%s/v1\n    model: %s\n"
                .formatted(alias, server.getAddress().getPort(), alias, alias));
    for (String setting : settings) {
      entry.append("    ").append(setting).append('\n');
    }
    return entry.toString();
  }

  List<Request> requests(String model) {
    return requests.stream().filter(request -> request.model().equals(model)).toList();
  }

  /** How many requests each model has seen, by alias. */
  Map<String, Long> counts() {
    return requests.stream().collect(Collectors.groupingBy(Request::model, Collectors.counting()));
  }

  /** Answers after a while; a quiz with A, B, A, …, anything else with words drawn from it. */
  Behaviour answers(Duration latency) {
    return answers(() -> latency);
  }

  /** Answers after a while that may change from one request to the next. */
  Behaviour answers(Supplier<Duration> latency) {
    return (exchange, request) -> {
      closed.await(latency.get().toMillis(), TimeUnit.MILLISECONDS);
      ration.take();
      ration(request.model()).take();
      send(exchange, 200, completion(request.isQuiz() ? sheet(request) : words(request)));
    };
  }

  /** Takes a while, and does not answer. */
  Behaviour waits(Duration latency) {
    return (exchange, request) -> closed.await(latency.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Answers at once, and counts a token for every four characters. */
  static Behaviour countsTokens() {
    return (exchange, request) -> {
      String text = request.isQuiz() ? sheet(request) : words(request);
      int prompt = request.texts().stream().mapToInt(String::length).sum();
      send(exchange, 200, completion(text, prompt / 4, text.length() / 4));
    };
  }

  /** How many answers models that {@link #answers} may give; at first as many as they like. */
  Ration ration() {
    return ration;
  }

  /** How many of them one model may give. */
  Ration ration(String model) {
    return rations.computeIfAbsent(model, alias -> new Ration());
  }

  /** All models may answer as often as they like. */
  void liftAll() {
    ration.lift();
    rations.values().forEach(Ration::lift);
  }

  /** Answers with one and the same text. */
  static Behaviour says(String text) {
    return (exchange, request) -> send(exchange, 200, completion(text));
  }

  /** Answers with a status and body, and headers in pairs. */
  static Behaviour fails(int status, String body, String... headers) {
    return (exchange, request) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, status, body);
    };
  }

  /** Never answers. */
  Behaviour hangs() {
    return (exchange, request) -> {
      closed.await();
      exchange.close();
    };
  }

  /** Behaves one way at the first requests, and another way after them. */
  Behaviour first(int times, Behaviour first, Behaviour then) {
    AtomicInteger seen = new AtomicInteger();
    return (exchange, request) ->
        (seen.incrementAndGet() <= times ? first : then).answer(exchange, request);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String alias = exchange.getRequestURI().getPath().split("/")[1];
    Request request =
        new Request(
            alias,
            JSON.readTree(exchange.getRequestBody()),
            exchange.getRequestHeaders().getFirst("Authorization"),
            System.nanoTime());
    requests.add(request);
    try {
      behaviours.get(alias).answer(exchange, request);
    } catch (InterruptedException e) {
      exchange.close();
    }
  }

  private static String sheet(Request request) {
    StringBuilder text = new StringBuilder();
    long items = request.lastMessage().split("A\\) ", -1).length - 1;
    for (int i = 1; i <= items; i++) {
      text.append(i).append(". ").append(i % 2 == 0 ? 'B' : 'A').append('\n');
    }
    return text.toString();
  }

  private static String words(Request request) {
    return "What I have to say is " + Hash.id(request.body().toString()) + ".";
  }

  static String completion(String text) {
    return completion(text, 100, 10);
  }

  private static String completion(String text, int input, int output) {
    return JSON.createObjectNode()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion")
        .put("created", 0)
        .put("model", "stub")
        .put("system_fingerprint", "stub-1")
        .set(
            "choices",
            JSON.createArrayNode()
                .add(
                    JSON.createObjectNode()
                        .put("index", 0)
                        .put("finish_reason", "stop")
                        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                            "message",
                            JSON.createObjectNode().put("role", "assistant").put("content", text))))
        .toString()
        .replaceFirst(
            "}$",
            ",\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}}"
                .formatted(input, output, input + output));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    liftAll();
    server.stop(0);
  }
}
