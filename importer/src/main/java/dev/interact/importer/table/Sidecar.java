package dev.interact.importer.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.interact.importer.Field;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.source.InputFile;
import dev.interact.importer.text.Encoding;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a table that says of the files beside it what they do not say themselves. */
public final class Sidecar {
  private static final Pattern NAME = Pattern.compile("(?i)(manifest|sources)\\.(tsv|csv)");
  private static final String FILE = "file";

  private Sidecar() {}

  /** Whether a file is one by its name: MANIFEST.tsv, SOURCES.csv and the like. */
  public static boolean is(InputFile file) {
    return NAME.matcher(file.fileName()).matches();
  }

  /**
   * What it says, by file.
   *
   * @throws Refused if it is no such table
   */
  public static Map<Path, Map<Field, String>> read(Reading reading) throws IOException {
    Path path = reading.file().path();
    Encoding encoding = Encoding.of(path, null, null);
    char separator = reading.file().ending().equals("tsv") ? '\t' : ',';
    Map<Path, Map<Field, String>> said = new HashMap<>();
    try (Reader in = encoding.open(path);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : rows) {
        String file = row.findField(FILE).orElseThrow(() -> new Refused("has no column 'file'"));
        said.put(path.getParent().resolve(file).normalize(), labels(row));
      }
    } catch (CsvParseException | InvalidPathException e) {
      throw new Refused("is no table that can be read: " + e.getMessage());
    }
    return said;
  }

  private static Map<Field, String> labels(NamedCsvRecord row) {
    Map<Field, String> labels = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (field != Field.TEXT && field != Field.IMAGE) {
        field.names().stream()
            .map(row::findField)
            .flatMap(Optional::stream)
            .filter(value -> !value.isBlank())
            .findFirst()
            .ifPresent(value -> labels.put(field, value));
      }
    }
    return labels;
  }
}
