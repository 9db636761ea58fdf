package dev.interact.analysis.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.CallRow;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A folder of results with hand-made answers, of a study of two turns. */
record Results(
    String name,
    String state,
    String analysis,
    String models,
    String summary,
    List<AnswerRow> answers,
    List<DialogueRow> dialogues,
    List<CallRow> calls) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Results of(List<AnswerRow> answers) {
    return new Results(
        "tiny",
        "finished",
        "{}",
        "{'weak':{'model':'w-1','fingerprints':['fp1']}}",
        "{'cells':[],'totals':{}}",
        answers,
        List.of(),
        List.of());
  }

  Results running() {
    return new Results(name, "running", analysis, models, summary, answers, dialogues, calls);
  }

  Results named(String other) {
    return new Results(other, state, analysis, models, summary, answers, dialogues, calls);
  }

  Results with(String otherAnalysis) {
    return new Results(name, state, otherAnalysis, models, summary, answers, dialogues, calls);
  }

  Results of(String otherModels, String otherSummary) {
    return new Results(name, state, analysis, otherModels, otherSummary, answers, dialogues, calls);
  }

  Results and(List<DialogueRow> rows) {
    return new Results(name, state, analysis, models, summary, answers, rows, calls);
  }

  Results called(List<CallRow> rows) {
    return new Results(name, state, analysis, models, summary, answers, dialogues, rows);
  }

  Source in(Path parent) {
    try {
      Path folder = Files.createTempDirectory(parent, "results");
      Files.writeString(folder.resolve("answers.jsonl"), lines(answers));
      Files.writeString(folder.resolve("dialogues.jsonl"), lines(dialogues));
      Files.writeString(folder.resolve("calls.jsonl"), lines(calls));
      Files.writeString(folder.resolve("concepts.jsonl"), json(concepts()));
      Files.writeString(folder.resolve("manifest.json"), json(manifest()));
      String study = "{'study':{'state':'%s'},".formatted(state);
      Files.writeString(folder.resolve("summary.json"), json(study + summary.strip().substring(1)));
      return Source.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(List<?> rows) {
    return rows.stream().map(Results::line).collect(Collectors.joining("\n"));
  }

  private static String line(Object row) {
    try {
      return MAPPER.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private String manifest() {
    return """
    {'study':{'id':'id-of-%s','name':'%s'},'settings':{'name':'%s','turns':2,'concepts':['x'],
    'conditions':['closed-book','static-lesson','dynamic'],'students':['weak'],'teachers':['teacher'],
    'lesson_authors':['author'],'analysis':%s},'concepts':{'news-a':'h1'},'prompts':{'general':'of-%s'},
    'analysis':'h3','models':%s,'versions':{'interact':'1.0','renderer':'r','graders':['g']}}"""
        .formatted(name, name, name, analysis, name, models);
  }

  /** A line each, the last one ended as the others. */
  private String concepts() {
    return answers.stream()
        .map(AnswerRow::concept)
        .distinct()
        .sorted()
        .map(
            id ->
                """
                {'id':'%s','domain':'%s','title':'t','context':'c','quiz':[{'id':'i0','question':'q',\
                'options':['a','b','c','d'],'answer':0}]}
                """
                    .formatted(id, id.replaceAll("-.*", "")))
        .collect(Collectors.joining());
  }
}
