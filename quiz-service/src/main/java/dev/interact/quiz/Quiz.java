package dev.interact.quiz;

import dev.interact.contracts.Role;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.reply.Reply;
import dev.interact.quiz.grading.Grader;
import dev.interact.telemetry.Place;
import dev.interact.worker.loop.Service;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Grades batches of answered sheets; calls no model. */
@Singleton
class Quiz implements Service<GradeSheets> {
  @Override
  public Role role() {
    return Role.QUIZ;
  }

  @Override
  public Class<GradeSheets> requestType() {
    return GradeSheets.class;
  }

  @Override
  public String attempt(GradeSheets batch) {
    return batch.batch();
  }

  @Override
  public String addressee(GradeSheets batch) {
    return batch.addressee();
  }

  @Override
  public String replyKey(GradeSheets batch) {
    return batch.batch();
  }

  /** Sheets of many dialogues. */
  @Override
  public Place place(GradeSheets batch) {
    return Place.NONE;
  }

  @Override
  public Reply serve(GradeSheets batch, String worker) {
    return new Reply.Graded(
        worker, batch.batch(), batch.sheets().stream().map(Grader::grade).toList());
  }

  /** Grading does not fail; a batch that is not replied to is sent again. */
  @Override
  public Reply failed(GradeSheets batch, String worker, String reason) {
    return new Reply.HandedBack(worker, batch.batch());
  }

  @Override
  public Set<String> usable() {
    return Set.of();
  }

  @Override
  public Map<String, String> unusable() {
    return Map.of();
  }
}
