package dev.interact.cli.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.interact.preparation.set.SetManifest;
import dev.interact.study.file.Utf8Lines;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a sheet that an auditor has filled in, and tells every cell that is wrong. */
final class FilledSheet {
  private static final Map<String, Boolean> WORDS =
      Map.of("yes", true, "y", true, "no", false, "n", false);
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private final Path file;
  private final SetManifest set;
  private final Set<String> keys;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private final Map<String, Answers> answers = new LinkedHashMap<>();

  private FilledSheet(Path file, SetManifest set, Set<String> keys) {
    this.file = file;
    this.set = set;
    this.keys = keys;
  }

  /**
   * Reads a sheet. Spreadsheets may have saved it with semicolons or tabs.
   *
   * @param keys of all items of the set that can be in it
   * @return the answers by key; rows without any are left out
   * @throws InvalidInput with every wrong cell, or where nothing is filled in
   */
  static Map<String, Answers> read(Path file, SetManifest set, Set<String> keys) {
    FilledSheet sheet = new FilledSheet(file, set, keys);
    sheet.readAll(text(file));
    InvalidInput.throwIfAny(sheet.problems);
    if (sheet.answers.isEmpty()) {
      throw InvalidInput.of(file.toString(), "is not filled in: no row has a yes or a no");
    }
    return sheet.answers;
  }

  private static String text(Path file) {
    try {
      return Utf8Lines.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw InvalidInput.of(file.toString(), "there is no such file");
    } catch (CharacterCodingException e) {
      throw InvalidInput.of(
          file.toString(), "is not UTF-8; save it from the spreadsheet as CSV in UTF-8");
    } catch (IOException e) {
      throw InvalidInput.of(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private void readAll(String text) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        if (!isBlank(row) && checkHeader(row)) {
          add(row);
        }
      }
    } catch (CsvParseException | IllegalArgumentException | IOException e) {
      problems.add(
          new Problem(file.toString(), 0, null, "is no CSV that can be read: " + e.getMessage()));
    }
  }

  /** Spreadsheets may leave rows of empty cells at the end. */
  private static boolean isBlank(NamedCsvRecord row) {
    return row.getFields().stream().allMatch(String::isBlank);
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return SEPARATORS.stream()
        .max(
            java.util.Comparator.comparingLong(one -> header.chars().filter(c -> c == one).count()))
        .orElseThrow();
  }

  /** Tells missing columns once. */
  private boolean checkHeader(NamedCsvRecord row) {
    List<String> missing =
        Stream.concat(Stream.of(AuditSheet.KEY), Criterion.asked().stream().map(Criterion::label))
            .filter(column -> !row.getHeader().contains(column))
            .toList();
    if (!missing.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(file.toString(), 1, null, "lacks the column " + String.join(", ", missing)));
    }
    return missing.isEmpty();
  }

  private void add(NamedCsvRecord row) {
    Map<Criterion, Boolean> given = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.asked()) {
      String cell = cell(row, criterion.label());
      Boolean answer = WORDS.get(cell.toLowerCase(Locale.ROOT));
      if (answer != null) {
        given.put(criterion, answer);
      } else if (!cell.isEmpty()) {
        refuse(row, criterion.label(), "must be yes or no, or empty; found '%s'".formatted(cell));
      }
    }
    String key = cell(row, AuditSheet.KEY);
    if (isRight(row, key) && !given.isEmpty()) {
      answers.put(key, new Answers(given, cell(row, AuditSheet.COMMENT)));
    }
  }

  private boolean isRight(NamedCsvRecord row, String key) {
    if (key.isEmpty()) {
      refuse(row, AuditSheet.KEY, "is missing");
    } else if (!key.startsWith(set.version() + "/")) {
      refuse(
          row,
          AuditSheet.KEY,
          "'%s' is of another data set or version than %s".formatted(key, set.reference()));
    } else if (!keys.contains(key)) {
      refuse(row, AuditSheet.KEY, "'%s' is no item of %s".formatted(key, set.reference()));
    } else {
      Long earlier = lines.putIfAbsent(key, row.getStartingLineNumber());
      if (earlier == null) {
        return true;
      }
      refuse(row, AuditSheet.KEY, "'%s' is in line %d already".formatted(key, earlier));
    }
    return false;
  }

  private static String cell(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  private void refuse(NamedCsvRecord row, String column, String message) {
    problems.add(new Problem(file.toString(), (int) row.getStartingLineNumber(), column, message));
  }
}
