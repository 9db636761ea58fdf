package dev.interact.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.bench.figure.Costs;
import dev.interact.bench.figure.Steady;
import dev.interact.bench.load.Case;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.stub.Stub;
import dev.interact.bench.stub.Traffic;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * The same calls made by a loop that does nothing else: a virtual thread for each dialogue and a
 * semaphore for the limit, in this JVM. No study can be run faster than that on this machine.
 */
public final class PlainLoop {
  private static final String SELF = "loop";
  private static final String STUB = "model stub";
  private static final String SYSTEM = "You learn about a text by asking your teacher. ".repeat(30);
  private static final String QUIZ =
      "\n1. What was the toll?\nA) a silver button\nB) a copper coin\nC) bread\nD) a feather\n"
          .repeat(3);

  private final Case load;
  private final URI completions;
  private final Semaphore window;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PlainLoop(Case load, Stub stub) {
    this.load = load;
    this.completions = URI.create(stub.api() + "/chat/completions");
    this.window = new Semaphore(load.allowed());
  }

  private record Message(String role, String content) {}

  private record Chat(String model, List<Message> messages, double temperature, int seed) {}

  /** Runs a load and returns its figures, named as those of a stack. */
  public static Map<String, Double> measure(Case load) {
    try (Stub stub = Stub.start(load.latency());
        Sampler sampler = new Sampler(processes(stub))) {
      long begin = System.nanoTime();
      new PlainLoop(load, stub).run();
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("seconds", (System.nanoTime() - begin) / 1e9);
      Traffic traffic = stub.traffic();
      figures.put("calls", (double) traffic.departures().length);
      Steady steady = Steady.of(load, traffic);
      steady.describe(figures);
      new Costs(steady, sampler.samples(), List.of(SELF), List.of(STUB)).describe(figures);
      return figures;
    }
  }

  private static Map<String, Long> processes(Stub stub) {
    return Map.of(SELF, ProcessHandle.current().pid(), STUB, stub.pid());
  }

  private void run() {
    List<Future<?>> dialogues = new ArrayList<>();
    try (client;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < load.dialogues(); i++) {
        int seed = i;
        dialogues.add(threads.submit(() -> dialogue(seed)));
      }
      for (Future<?> dialogue : dialogues) {
        dialogue.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the plain loop failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Void dialogue(int seed) throws IOException, InterruptedException {
    List<Message> transcript = new ArrayList<>();
    transcript.add(new Message("system", SYSTEM + seed));
    sit(transcript, seed);
    for (int turn = 0; turn < load.turns(); turn++) {
      transcript.add(new Message("user", ask(transcript, seed)));
      transcript.add(new Message("assistant", ask(transcript, seed)));
      sit(transcript, seed);
    }
    return null;
  }

  private void sit(List<Message> transcript, int seed) throws IOException, InterruptedException {
    List<Message> messages = new ArrayList<>(transcript);
    messages.add(new Message("user", QUIZ));
    ask(messages, seed);
  }

  private String ask(List<Message> messages, int seed) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(completions)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(new Chat("stub", messages, 1, seed))))
            .build();
    window.acquire();
    try {
      byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
      return Json.read(answer, JsonNode.class).at("/choices/0/message/content").asText();
    } finally {
      window.release();
    }
  }
}
