package dev.interact.importer;

import com.fasterxml.jackson.core.JacksonException;
import dev.interact.importer.FileReport.Row;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.output.Concepts;
import dev.interact.importer.output.Made;
import dev.interact.importer.source.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Imports one file; whatever is wrong with it is in its report. */
final class FileImport {
  private final Concepts concepts;
  private final Reading reading;
  private final Map<Field, String> said;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Long> characters = new TreeMap<>();
  private final Map<String, Integer> scripts = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();
  private Kind kind;

  /**
   * @param said what others say of the file
   */
  FileImport(Concepts concepts, Reading reading, Map<Field, String> said) {
    this.concepts = concepts;
    this.reading = reading;
    this.said = said;
  }

  FileReport run() {
    try {
      return read();
    } catch (Refused e) {
      return refused(e.getMessage());
    } catch (StackOverflowError e) {
      return refused("is nested too deeply to be read");
    } catch (OutOfMemoryError e) {
      return refused("needs more memory than there is; split it");
    } catch (UncheckedIOException e) {
      return refused(cannotBeRead(e.getCause()));
    } catch (IOException e) {
      return refused(cannotBeRead(e));
    } catch (RuntimeException e) {
      // What parsers throw at a file that is damaged is anything.
      return refused("is damaged: its reader failed (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private static String cannotBeRead(IOException e) {
    String why = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
    return "cannot be read: " + (why == null ? e.getClass().getSimpleName() : why);
  }

  private FileReport read() throws IOException {
    long size = Files.size(reading.file().path());
    long most = reading.options().limits().fileBytes();
    if (size == 0) {
      throw new Refused("is empty");
    }
    if (size > most) {
      throw new Refused("has %,d bytes; %,d are allowed".formatted(size, most));
    }
    Optional<Kind> found = Kind.of(reading);
    if (found.isEmpty()) {
      return report(Outcome.LEFT_OUT, "is of no kind that is read");
    }
    kind = found.get();
    kind.reader().read(reading, this::add);
    return whole();
  }

  private void add(Draft draft) {
    try {
      Made made = concepts.add(draft.believing(said), reading);
      switch (made) {
        case Made.Imported imported -> count(imported);
        case Made.Duplicate(String why) -> rows.add(new Row(draft.place(), Outcome.DUPLICATE, why));
        case Made.LeftOut(String why) -> rows.add(new Row(draft.place(), Outcome.LEFT_OUT, why));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(Made.Imported imported) {
    counts.merge(imported.domain(), 1, Integer::sum);
    characters.merge(imported.domain(), (long) imported.characters(), Long::sum);
    if (imported.scripts() != null) {
      imported
          .scripts()
          .letters()
          .forEach((name, count) -> scripts.merge(name, count, Integer::sum));
    }
  }

  /** A file of which nothing was imported is what its rows are. */
  private FileReport whole() {
    if (!counts.isEmpty()) {
      return report(Outcome.IMPORTED, null);
    }
    boolean isSingle = rows.size() == 1 && rows.getFirst().row() == null;
    boolean isDuplicate = rows.stream().allMatch(row -> row.outcome() == Outcome.DUPLICATE);
    String reason =
        isSingle
            ? rows.getFirst().reason()
            : "has no row that is wanted; "
                + rows.getFirst().row()
                + " "
                + rows.getFirst().reason();
    if (isSingle) {
      rows.clear();
    }
    return report(isDuplicate ? Outcome.DUPLICATE : Outcome.LEFT_OUT, reason);
  }

  private FileReport refused(String reason) {
    counts.clear();
    characters.clear();
    scripts.clear();
    rows.clear();
    return report(Outcome.REFUSED, reason);
  }

  private FileReport report(Outcome outcome, String reason) {
    return new FileReport(
        reading.file().name(),
        outcome,
        reason,
        kind == null ? null : kind.label(),
        reading.encoding(),
        counts,
        characters,
        scripts,
        reading.notes().all(),
        rows);
  }
}
