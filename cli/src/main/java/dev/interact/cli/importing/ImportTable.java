package dev.interact.cli.importing;

import dev.interact.cli.table.Table;
import dev.interact.importer.FileReport;
import dev.interact.importer.ImportReport;
import dev.interact.importer.ImportReport.Domain;
import dev.interact.importer.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was imported, by domain. */
final class ImportTable {
  private static final int MOST = 20;

  private ImportTable() {}

  static String of(ImportReport report, Path output) {
    List<String> parts = new ArrayList<>();
    if (report.concepts() > 0) {
      parts.add(table(report).text());
    }
    list("Left out", report.files(Outcome.LEFT_OUT).toList(), parts);
    list("Duplicates", report.files(Outcome.DUPLICATE).toList(), parts);
    long rows = report.files().stream().mapToLong(file -> file.rows().size()).sum();
    if (rows > 0) {
      parts.add("Rows of tables that were not imported: %,d.".formatted(rows));
    }
    if (report.undated() > 0) {
      parts.add("Without a date: %,d.".formatted(report.undated()));
    }
    if (report.concepts() > 0) {
      parts.add("%s has the material; its import.json tells of every file.".formatted(output));
    }
    return String.join("\n\n", parts);
  }

  private static Table table(ImportReport report) {
    List<List<String>> rows = new ArrayList<>();
    report.domains().forEach((name, domain) -> rows.add(row(name, domain)));
    return new Table(List.of("domain", "files", "concepts", "characters", "notes"), 1, rows);
  }

  private static List<String> row(String name, Domain domain) {
    return List.of(
        name,
        number(domain.files()),
        number(domain.concepts()),
        number(domain.characters()),
        number(domain.notes()));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static void list(String title, List<FileReport> files, List<String> parts) {
    if (files.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("%s: %,d files".formatted(title, files.size()));
    files.stream().limit(MOST).forEach(file -> lines.add("  " + file.sentence()));
    if (files.size() > MOST) {
      lines.add("  and others");
    }
    parts.add(String.join("\n", lines));
  }
}
