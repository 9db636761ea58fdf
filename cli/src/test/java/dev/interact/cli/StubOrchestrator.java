package dev.interact.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orchestrator's API with answers prepared by a test; the last of a path is given for ever. */
final class StubOrchestrator implements AutoCloseable {
  static final String ID = "0123456789abcdef0123456789abcdef";

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  private record Answer(int status, String body) {}

  StubOrchestrator() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    answering("POST /api/concepts", 200, "[]");
    answering("POST /api/studies", 201, status("running", 0, 0));
    answering("GET /api/studies/" + ID, 200, status("finished", 2, 0));
    answering("POST /api/studies/" + ID + "/pause", 200, status("paused", 0, 0));
    answering("GET /api/studies/" + ID + "/summary", 200, summary(ID));
    answering("GET /api/studies/" + ID + "/answers", 200, "{\"turn\":0}\n{\"turn\":1}\n");
    answering("GET /api/studies/" + ID + "/concepts", 200, "{\"id\":\"c\"}\n");
    answering("GET /api/studies/" + ID + "/calls", 200, "{\"call\":\"c\"}\n");
    answering("GET /api/studies/" + ID + "/audit", 200, "{}\n");
    answering("GET /api/studies/" + ID + "/preferences", 200, "{}\n");
    answering("GET /api/studies/" + ID + "/sft", 200, "{}\n");
    answering("GET /api/studies/" + ID + "/dialogues", 200, "{\"dialogue\":\"d\"}\n");
    answering("GET /api/studies/" + ID + "/manifest", 200, "{\"versions\":{}}");
  }

  /** The only page of a list, or its last. */
  static String page(String items) {
    return "{\"items\":[" + items + "],\"next\":null}";
  }

  /** A page after which there is another. */
  static String page(String items, String next) {
    return "{\"items\":[" + items + "],\"next\":\"" + next + "\"}";
  }

  StubOrchestrator answering(String request, int status, String body) {
    answers.computeIfAbsent(request, r -> new ArrayDeque<>()).clear();
    return then(request, status, body);
  }

  StubOrchestrator then(String request, int status, String body) {
    answers.computeIfAbsent(request, r -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  static String status(String state, int finished, int failed) {
    return """
    {"id":"%s","name":"tiny","state":"%s","turns":1,
     "dialogues":{"total":2,"finished":%d,"failed":%d},
     "calls":{"planned":10,"done":%d,"failed":0,"in_flight":1},"attempts":11,
     "tokens":{"input":1000,"output":200},"cost":0.5,
     "failures":[{"reason":"The model is not there.","count":%d}],
     "created":"2026-11-21T08:00:00Z","finished_at":null,"not_known_yet":true}
    """
        .formatted(ID, state, finished, failed, finished * 5, failed);
  }

  /** A study's status with some fields more, which are JSON without braces. */
  static String status(String state, int finished, int failed, String fields) {
    return "{" + fields + "," + status(state, finished, failed).substring(1);
  }

  static String summary(String id) {
    return """
    {"study":{"id":"%s","name":"tiny","state":"finished","turns":1},"concepts":1,
     "cells":[{"condition":"closed-book","student":"offline","teacher":null,"lesson_author":null,
       "quiz_mode":"sheet","n":1,"dialogues":1,"failed":0,
       "curve":[{"turn":0,"n":1,"accuracy":0.25,"accuracy_parsed":0.25,"parse_failure_rate":0.0}],
       "gain":null,"calls":1,"tokens":{"input":10,"output":2},"shared_prefix":0.5,"cost":0}],
     "totals":{"calls":10,"attempts":11,"tokens":{"input":1000,"output":200},"shared_prefix":0.5,"cost":0.5},
     "failures":[]}
    """
        .formatted(id);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** What requests had as their header {@code Authorization}. */
  synchronized List<String> keys() {
    return List.copyOf(keys);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .ifPresent(this::note);
    URI uri = exchange.getRequestURI();
    String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
    String request = exchange.getRequestMethod() + " " + uri.getPath() + query;
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer = next(request, new String(body, StandardCharsets.UTF_8));
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized void note(String key) {
    keys.add(key);
  }

  private synchronized Answer next(String request, String body) {
    requests.add(request);
    bodies.add(body);
    Deque<Answer> prepared = answers.get(request);
    if (prepared == null) {
      return new Answer(404, "{\"title\":\"Not found\",\"detail\":\"There is no such thing.\"}");
    }
    return prepared.size() > 1 ? prepared.poll() : prepared.peek();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
