package dev.interact.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.source.Manifest;
import dev.interact.analysis.source.Source;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a study made up by hand. */
public final class StudyFolder {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String settings;
  private final Map<String, Manifest.ModelUsed> models = new HashMap<>();
  private final List<Concept> concepts = new ArrayList<>();
  private final List<AnswerRow> answers = new ArrayList<>();
  private final List<DialogueRow> dialogues = new ArrayList<>();

  /**
   * Nothing in it yet.
   *
   * @param settings of the study as JSON, single quotes for double ones
   */
  public StudyFolder(String settings) {
    this.settings = settings.replace('\'', '"');
  }

  /** A model of the study. */
  public StudyFolder model(String alias, String id, String... fingerprints) {
    models.put(alias, new Manifest.ModelUsed(id, List.of(fingerprints)));
    return this;
  }

  public StudyFolder concept(Concept concept) {
    concepts.add(concept);
    return this;
  }

  public StudyFolder answers(List<AnswerRow> rows) {
    answers.addAll(rows);
    return this;
  }

  public StudyFolder dialogue(DialogueRow row) {
    dialogues.add(row);
    return this;
  }

  /** Writes it to a folder, as {@code run} does, and reads it. */
  public Source in(Path folder) {
    try {
      StudyFile study = MAPPER.readValue(settings, StudyFile.class);
      Files.writeString(folder.resolve("answers.jsonl"), lines(answers));
      Files.writeString(folder.resolve("dialogues.jsonl"), lines(dialogues));
      Files.writeString(folder.resolve("concepts.jsonl"), lines(concepts));
      Files.writeString(folder.resolve("summary.json"), "{\"study\": {\"state\": \"finished\"}}");
      Files.writeString(folder.resolve("manifest.json"), line(manifest(study)));
      return Source.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Manifest manifest(StudyFile study) {
    return new Manifest(
        new Manifest.Named("id", study.name()),
        null,
        study,
        Map.of(),
        List.of("made-up@0123456789ab"),
        Map.of(),
        null,
        models,
        null);
  }

  private static String lines(List<?> rows) {
    return rows.stream().map(StudyFolder::line).collect(Collectors.joining());
  }

  private static String line(Object row) {
    try {
      return MAPPER.writeValueAsString(row) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
