package dev.interact.orchestrator.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.tables.ResultRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Makes the rows of a study's tables, of the same lines that its results are handed out in. */
@Singleton
class TableRows {
  private final Results results;
  private final Concepts concepts;
  private final Summaries summaries;
  private final Manifest manifest;
  private final ObjectMapper json;

  TableRows(
      Results results,
      Concepts concepts,
      Summaries summaries,
      Manifest manifest,
      ObjectMapper json) {
    this.results = results;
    this.concepts = concepts;
    this.summaries = summaries;
    this.manifest = manifest;
    this.json = json;
  }

  /** Hands over the rows of a table one by one; no more than a few dialogues are held. */
  void of(StudyRow study, ResultTable table, Consumer<ObjectNode> sink) {
    switch (table) {
      case STUDIES -> sink.accept(ResultRows.study(line(summaries.of(study)), manifest(study)));
      case CONCEPTS -> concepts(study, sink);
      case DIALOGUES ->
          results.transcripts(study, one -> sink.accept(ResultRows.dialogue(line(one))));
      case TURNS -> results.transcripts(study, one -> ResultRows.turns(line(one)).forEach(sink));
      case ANSWERS -> results.answers(study, one -> sink.accept(line(one)));
      case CALLS -> results.calls(study, one -> sink.accept(ResultRows.call(line(one))));
    }
  }

  private void concepts(StudyRow study, Consumer<ObjectNode> sink) {
    ObjectNode origin = manifest(study);
    concepts.of(study, one -> sink.accept(ResultRows.concept(line(one), origin)));
  }

  private ObjectNode manifest(StudyRow study) {
    return line(QuarkusTransaction.requiringNew().call(() -> manifest.of(study)));
  }

  private ObjectNode line(Object result) {
    return json.valueToTree(result);
  }
}
