package dev.interact.orchestrator.results;

import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Reads what teachers have told: options of the quiz, and how much of the context. */
@Singleton
class Audits {
  private final Results results;
  private final Library library;

  Audits(Results results, Library library) {
    this.results = results;
    this.library = library;
  }

  /** Hands over the lines of a study, arm by arm. */
  void of(StudyRow study, Consumer<Audit.Line> sink) {
    Audit audit = new Audit(Horizon.of(library.study(study.id).study()));
    results.transcripts(
        study,
        transcript -> audit.add(transcript, library.concept(transcript.conceptHash()).concept()));
    audit.lines(sink);
  }
}
