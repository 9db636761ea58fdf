package dev.interact.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.stub.Stub;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * The same calls made by a loop that does nothing else: a virtual thread for each dialogue and each
 * quiz and a semaphore for the limit, in this JVM. No study can be run faster than that on this
 * machine.
 */
public final class PlainLoop {
  private static final String SELF = "loop";
  private static final String STUB = "model stub";
  private static final String SYSTEM = "You learn about a text by asking your teacher. ".repeat(30);
  private static final String QUIZ =
      "\n1. What was the toll?\nA) a silver button\nB) a copper coin\nC) bread\nD) a feather\n";

  private final Load load;
  private final URI completions;
  private final Window student;
  private final Window teacher;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PlainLoop(Load load, Stub stub) {
    this.load = load;
    this.completions = URI.create(stub.api() + "/chat/completions");
    this.teacher = new Window(load.teacher());
    this.student = load.student().equals(load.teacher()) ? teacher : new Window(load.student());
  }

  /** A model with its places: who waits longest has the next. */
  private record Window(Model model, Semaphore places) {
    Window(Model model) {
      this(model, new Semaphore(model.allowed(), true));
    }
  }

  private record Message(String role, String content) {}

  private record Chat(String model, List<Message> messages, double temperature, int seed) {}

  /** Runs a load on a stub to its end. */
  public static Run run(Load load, Stub stub) {
    Map<String, Long> processes = Map.of(SELF, ProcessHandle.current().pid(), STUB, stub.pid());
    try (Sampler sampler = new Sampler(processes)) {
      int answered = stub.answered();
      long begin = Clock.now();
      new PlainLoop(load, stub).run();
      return new Run(
          load,
          begin,
          Clock.now(),
          stub.answered() - answered,
          stub.traffic(load.teacher().latency(), begin),
          sampler.samples(),
          List.of(SELF),
          List.of(STUB));
    }
  }

  private void run() {
    try (client;
        threads) {
      List<Future<Void>> dialogues = new ArrayList<>();
      for (int i = 0; i < load.concepts(); i++) {
        int seed = i;
        dialogues.add(threads.submit(() -> dialogue(SYSTEM + seed, seed)));
        if (load.shape().withLessons()) {
          dialogues.add(threads.submit(() -> lessonAndDialogue(seed)));
        }
      }
      await(dialogues);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void await(List<Future<Void>> all) throws InterruptedException {
    try {
      for (Future<Void> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the plain loop failed", e.getCause());
    }
  }

  private Void lessonAndDialogue(int seed) throws IOException, InterruptedException {
    Message task = new Message("user", "Write a lesson " + seed);
    String lesson = ask(teacher, List.of(new Message("system", SYSTEM), task), seed);
    return dialogue(SYSTEM + lesson, seed);
  }

  private Void dialogue(String system, int seed) throws IOException, InterruptedException {
    List<Message> transcript = new ArrayList<>();
    List<Future<Void>> quizzes = new ArrayList<>();
    transcript.add(new Message("system", system));
    quizzes.add(threads.submit(quiz(transcript, seed)));
    for (int turn = 0; turn < load.shape().turns(); turn++) {
      transcript.add(new Message("user", ask(student, transcript, seed)));
      transcript.add(new Message("assistant", ask(teacher, transcript, seed)));
      quizzes.add(threads.submit(quiz(transcript, seed)));
    }
    await(quizzes);
    return null;
  }

  private Callable<Void> quiz(List<Message> transcript, int seed) {
    List<Message> messages = new ArrayList<>(transcript);
    messages.add(new Message("user", QUIZ.repeat(load.content().items())));
    return () -> {
      ask(student, messages, seed);
      return null;
    };
  }

  private String ask(Window window, List<Message> messages, int seed)
      throws IOException, InterruptedException {
    Chat chat = new Chat(window.model().latency().model(), messages, 1, seed);
    HttpRequest request =
        HttpRequest.newBuilder(completions)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(chat)))
            .build();
    window.places().acquire();
    try {
      byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
      return Json.read(answer, JsonNode.class).at("/choices/0/message/content").asText();
    } finally {
      window.places().release();
    }
  }
}
