package dev.interact.importer.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Dates as files write them. */
public final class Dates {
  private static final List<DateTimeFormatter> FORMS =
      Stream.of(
              "uuuu-M-d",
              "uuuu/M/d",
              "uuuu.M.d",
              "d MMMM uuuu",
              "d MMM uuuu",
              "MMMM d, uuuu",
              "MMM d, uuuu",
              "EEE, d MMM uuuu",
              "EEEE, d MMMM uuuu",
              "EEEE, MMMM d, uuuu",
              "uuuuMMdd")
          .map(Dates::form)
          .toList();

  private static final List<DateTimeFormatter> MONTHS =
      Stream.of("uuuu-M", "MMMM uuuu", "MMM uuuu").map(Dates::form).toList();

  private Dates() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /**
   * The day that a text names; the first day of a month or year that stands for itself. A day and a
   * month in figures alone, as 3/4/2025, are no date, for nobody knows which is which.
   */
  public static Optional<LocalDate> of(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String day = text.strip().replaceFirst("(?<=\\d{4}-\\d{2}-\\d{2})[T ].*", "");
    day =
        day.replaceFirst("(?<=\\d{4}) \\d{1,2}:\\d{2}.*", "")
            .replaceFirst("\\b(\\d{1,2})(st|nd|rd|th)\\b", "$1");
    if (day.matches("\\d{4}")) {
      return Optional.of(LocalDate.of(Integer.parseInt(day), 1, 1));
    }
    String written = day;
    return Stream.concat(
            FORMS.stream().flatMap(form -> parsed(form, written).map(LocalDate::from).stream()),
            MONTHS.stream()
                .flatMap(
                    form ->
                        parsed(form, written)
                            .filter(found -> !found.isSupported(ChronoField.DAY_OF_MONTH))
                            .map(found -> YearMonth.from(found).atDay(1))
                            .stream()))
        .findFirst();
  }

  private static Optional<TemporalAccessor> parsed(DateTimeFormatter form, String text) {
    try {
      return Optional.of(form.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
