package dev.interact.cli.audit;

import dev.interact.cli.export.table.CsvText;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.Concept.QuizItem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The CSV that an auditor fills in. Nothing in it tells whether an item was kept. */
record AuditSheet(DataSet set, List<AuditItem> items) {
  static final String KEY = "key";
  static final String COMMENT = "comment";

  /** By which spreadsheets know that a CSV is in UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What a cell of common spreadsheets holds. */
  private static final int LONGEST_CELL = 32_767;

  private static final List<String> GIVEN =
      List.of(KEY, "domain", "title", "context", "question", "options", "right", "evidence");

  /**
   * Writes it.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file is there
   */
  void write(Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW),
                StandardCharsets.UTF_8))) {
      out.write(BYTE_ORDER_MARK);
      out.write(row(Stream.concat(GIVEN.stream(), toFillIn())));
      for (AuditItem item : items) {
        out.write(row(Stream.concat(given(item), toFillIn().map(column -> null))));
      }
    }
  }

  private static Stream<String> toFillIn() {
    return Stream.concat(Criterion.asked().stream().map(Criterion::label), Stream.of(COMMENT));
  }

  private static String row(Stream<String> cells) {
    return cells
        .map(cell -> Optional.ofNullable(cell).map(CsvText::cell).orElse(""))
        .collect(Collectors.joining(",", "", CsvText.LINE_END));
  }

  private Stream<String> given(AuditItem audited) {
    QuizItem item = audited.item();
    return Stream.of(
        audited.key(),
        audited.concept().domain(),
        audited.concept().title(),
        context(audited),
        item.question(),
        IntStream.range(0, item.options().size())
            .mapToObj(option -> letter(option) + ") " + item.options().get(option))
            .collect(Collectors.joining("\n")),
        letter(item.answer()),
        evidence(item));
  }

  private static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }

  private String context(AuditItem item) {
    String image = item.concept().image();
    return image == null ? item.concept().context() : set.manifest().folder() + "/" + image;
  }

  private static String evidence(QuizItem item) {
    return Optional.ofNullable(item.extra().get("evidence")).stream()
        .flatMap(quotes -> quotes.isArray() ? quotes.valueStream() : Stream.of(quotes))
        .map(quote -> quote.asText())
        .collect(Collectors.joining("\n"));
  }

  /** How many contexts are longer than a cell of common spreadsheets. */
  long tooLong() {
    return items.stream().filter(item -> context(item).length() > LONGEST_CELL).count();
  }

  /** How many of them are in the set. */
  long kept() {
    return items.stream().filter(AuditItem::kept).count();
  }
}
