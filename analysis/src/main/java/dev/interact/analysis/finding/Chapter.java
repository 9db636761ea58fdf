package dev.interact.analysis.finding;

import dev.interact.analysis.report.Section;
import java.util.List;

/** A section that compares sittings. */
sealed interface Chapter
    permits StaticLessons, Interaction, LessonQuality, BorrowedTraces, PrimaryContrasts {
  /** What it compares. */
  List<Pair> pairs();

  /** The section, once these are compared. */
  Section section(Differences differences);

  /** The sentences of it that answer its question, most important first. */
  List<String> headline(Differences differences);
}
