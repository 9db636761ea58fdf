package dev.interact.cli.audit;

import dev.interact.cli.dataset.SetConcept;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.Concept.QuizItem;
import dev.interact.tables.CsvText;
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
      int parts = items.stream().mapToInt(item -> context(item).size()).max().orElse(1);
      out.write(row(header(parts)));
      for (AuditItem item : items) {
        out.write(row(Stream.concat(given(item, parts), toFillIn().map(column -> null))));
      }
    }
  }

  private static Stream<String> header(int parts) {
    return Stream.of(
            Stream.of(KEY, "domain", "title", "context"),
            IntStream.rangeClosed(2, parts).mapToObj(part -> "context_" + part),
            Stream.of("question", "options", "right", "evidence"),
            toFillIn())
        .flatMap(columns -> columns);
  }

  private static Stream<String> toFillIn() {
    return Stream.concat(Criterion.asked().stream().map(Criterion::label), Stream.of(COMMENT));
  }

  private static String row(Stream<String> cells) {
    return cells
        .map(cell -> Optional.ofNullable(cell).map(CsvText::cell).orElse(""))
        .collect(Collectors.joining(",", "", CsvText.LINE_END));
  }

  private Stream<String> given(AuditItem audited, int parts) {
    QuizItem item = audited.item();
    SetConcept concept = audited.concept();
    List<String> context = context(audited);
    String options =
        IntStream.range(0, item.options().size())
            .mapToObj(option -> letter(option) + ") " + item.options().get(option))
            .collect(Collectors.joining("\n"));
    return Stream.of(
            Stream.of(audited.key(), concept.domain(), concept.title()),
            context.stream(),
            IntStream.range(context.size(), parts).mapToObj(none -> (String) null),
            Stream.of(item.question(), options, letter(item.answer()), evidence(item)))
        .flatMap(cells -> cells);
  }

  private static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }

  /** Whole, in as many cells as it takes; an image by its path. */
  private List<String> context(AuditItem item) {
    String image = item.concept().image();
    return image == null
        ? ContextCells.of(item.concept().context())
        : List.of(set.manifest().folder() + "/" + image);
  }

  private static String evidence(QuizItem item) {
    return Optional.ofNullable(item.extra().get("evidence")).stream()
        .flatMap(quotes -> quotes.isArray() ? quotes.valueStream() : Stream.of(quotes))
        .map(quote -> quote.asText())
        .collect(Collectors.joining("\n"));
  }

  /** How many of them are in the set. */
  long kept() {
    return items.stream().filter(AuditItem::kept).count();
  }
}
