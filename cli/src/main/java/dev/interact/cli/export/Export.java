package dev.interact.cli.export;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.cli.export.inspect.InspectLog;
import dev.interact.tables.Format;
import dev.interact.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that an export is made of: tables, the dataset card, the log for Inspect. */
final class Export {
  /** Raised when a table, a column or the layout changes its meaning. */
  private static final int VERSION = 1;

  private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();

  private final ResultsFiles results;
  private final Set<Format> formats;
  private final Consumer<String> told;

  Export(ResultsFiles results, Set<Format> formats, Consumer<String> told) {
    this.results = results;
    this.formats = formats;
    this.told = told;
  }

  void write(Path folder) throws IOException {
    Map<String, Long> rows = new TableExport(results, formats, told).write(folder);
    Path inspect = Files.createDirectories(folder.resolve("inspect"));
    String study = results.summary().study().name();
    long dialogues = rows.get(Tables.DIALOGUES.name());
    long samples = new InspectLog(results, dialogues).write(inspect.resolve(study + ".json"));
    told.accept(String.format(Locale.ROOT, "inspect: %,d samples", samples));
    DatasetCard card = new DatasetCard(results, ConceptTerms.of(results), rows);
    Files.writeString(folder.resolve("README.md"), card.markdown(formats.iterator().next()));
    Files.writeString(
        folder.resolve(ExportFolder.MARK), JSON.writeValueAsString(mark(rows)) + "\n");
  }

  private Map<String, Object> mark(Map<String, Long> rows) {
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("interact_export", VERSION);
    mark.put("study", Map.of("id", results.summary().study().id()));
    mark.put("formats", formats.stream().map(Format::ending).toList());
    mark.put("rows", rows);
    return mark;
  }
}
