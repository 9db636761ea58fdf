package dev.interact.cli.api;

import dev.interact.contracts.Json;
import dev.interact.preparation.order.PreparationOrder;
import dev.interact.study.Concept;
import dev.interact.study.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The orchestrator, over REST. It is given content, never paths. */
public final class Orchestrator {
  private static final String STUDIES = "/api/studies";
  private static final String PREPARATIONS = "/api/preparations";

  private final Http http;
  private final String base;

  /**
   * Speaks to an orchestrator.
   *
   * @param key lets in where one is needed
   * @param told is given a line when it is waited for
   */
  public Orchestrator(URI base, Optional<String> key, Consumer<String> told) {
    this.base = base.toString().replaceAll("/+$", "");
    this.http = new Http(URI.create(this.base), key, told);
  }

  /** Uploads concepts; those that it knows are left as they are. */
  public void upload(List<Concept> concepts) {
    Upload.batches(concepts).forEach(batch -> http.post("/api/concepts", batch));
  }

  /** Hands in a study, or resumes it if it is known and paused. */
  public StudyStatus submit(Submission submission) {
    return status(http.post(STUDIES, BodyPublishers.ofByteArray(Json.write(submission))));
  }

  /** Hands in a preparation, or resumes it if it is known and paused. */
  public StudyStatus submit(PreparationOrder order) {
    return status(http.post(PREPARATIONS, BodyPublishers.ofByteArray(Json.write(order))));
  }

  /** Writes what a preparation has made so far, a {@code Made} a line, to a file. */
  public void downloadMade(String preparation, Path file) {
    http.get(PREPARATIONS + "/" + preparation + "/concepts", body -> save(body, file));
  }

  public StudyStatus status(String study) {
    return http.get(path(study, ""), body -> status(body.readAllBytes()));
  }

  /** All studies. */
  public List<StudyStatus> studies() {
    return http.all(STUDIES, StudyStatus.class);
  }

  /**
   * Asks something of a study.
   *
   * @param control {@code pause}, {@code resume}, {@code cancel} or {@code retry}
   */
  public StudyStatus control(String study, String control) {
    return status(http.post(path(study, "/" + control), BodyPublishers.noBody()));
  }

  /** Says what a study would take; its concepts are there already. */
  public Plan plan(Submission submission) {
    return Json.read(
        http.post("/api/plans", BodyPublishers.ofByteArray(Json.write(submission))), Plan.class);
  }

  /**
   * Starts a check of what is recorded of a study, unless it runs already.
   *
   * @param kind {@code replay} or {@code regrade}
   */
  public Check startCheck(String study, String kind) {
    return Json.read(http.post(path(study, "/" + kind), BodyPublishers.noBody()), Check.class);
  }

  /** How far a check is that was started. */
  public Check check(String study, String kind) {
    return http.get(
        path(study, "/checks/" + kind), body -> Json.read(body.readAllBytes(), Check.class));
  }

  /** The seats of the people in a study. */
  public List<Seat> seats(String study) {
    List<Seat> all = new ArrayList<>();
    String cursor = "0";
    while (cursor != null) {
      Seat.Page page = seats(study, cursor);
      page.items().forEach(seat -> all.add(seat.at(base)));
      cursor = page.next();
    }
    return all;
  }

  private Seat.Page seats(String study, String cursor) {
    return http.get(
        "/api/seats?study=%s&limit=500&cursor=%s".formatted(study, cursor),
        body -> Json.read(body.readAllBytes(), Seat.Page.class));
  }

  /** Its models, and their limits. */
  public Models models() {
    return new Models(http);
  }

  /** What may be spent, and what is. */
  public Budgets budgets() {
    return new Budgets(http);
  }

  /** Who gets in, and who did what. */
  public Access access() {
    return new Access(http);
  }

  /** Records that no service could read. */
  public DeadLetters deadLetters() {
    return new DeadLetters(http);
  }

  /** The results so far, as JSON. */
  public byte[] summary(String study) {
    return http.get(path(study, "/summary"), InputStream::readAllBytes);
  }

  /** The workers that live, as JSON. */
  public byte[] workers() {
    return http.get("/api/workers", InputStream::readAllBytes);
  }

  /**
   * Writes one of a study's documents to a file: answers, dialogues, manifest.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void download(String study, String document, Path file) {
    http.get(path(study, "/" + document), body -> save(body, file));
  }

  /**
   * A broken connection is tried again, a full disk is not: only reading fails with a checked one.
   */
  private static Path save(InputStream body, Path file) throws IOException {
    try (LocalFile out = new LocalFile(file)) {
      body.transferTo(out);
    }
    return file;
  }

  private static String path(String study, String rest) {
    return STUDIES + "/" + study + rest;
  }

  private static StudyStatus status(byte[] body) {
    return Json.read(body, StudyStatus.class);
  }
}
