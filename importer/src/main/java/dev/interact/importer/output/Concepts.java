package dev.interact.importer.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.importer.Draft;
import dev.interact.importer.Field;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportOptions.Selection;
import dev.interact.importer.Notes;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.duplicate.Duplicates;
import dev.interact.importer.duplicate.Duplicates.Match;
import dev.interact.importer.format.Image;
import dev.interact.importer.text.Cut;
import dev.interact.importer.text.Dates;
import dev.interact.importer.text.Scripts;
import dev.interact.importer.text.Texts;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.input.InvalidField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes concepts of drafts, the same way for all formats. */
public final class Concepts {
  private static final int MOST_WORDS_NOTED = 10;
  private static final String QUIZ = "quiz";
  private static final Set<String> OWN =
      Set.of("id", "domain", "title", "context", "image", QUIZ, "source", "licence");

  private final ImportOptions options;
  private final MaterialFolder folder;
  private final Duplicates duplicates;
  private final Ids ids;
  private final Naming naming;
  private int undated;

  public Concepts(ImportOptions options, MaterialFolder folder, Staging staging) {
    this.options = options;
    this.folder = folder;
    this.duplicates = new Duplicates(folder::text, staging);
    this.ids = new Ids(staging);
    this.naming = new Naming(options.labels());
  }

  /** Concepts without a date, where dates mattered. */
  public int undated() {
    return undated;
  }

  /**
   * Makes a concept of a draft, unless it is not wanted.
   *
   * @throws Refused if it can be none
   */
  public Made add(Draft draft, Reading reading) throws IOException {
    try {
      String domain = naming.domain(draft, reading.file());
      Optional<String> unwanted = unwanted(draft);
      if (unwanted.isPresent()) {
        return new Made.LeftOut(unwanted.get());
      }
      return draft.image() == null ? text(draft, domain, reading) : image(draft, domain, reading);
    } catch (Refused e) {
      throw e.at(draft.place());
    } catch (InvalidField e) {
      throw new Refused("%s: %s".formatted(e.field(), e.problem())).at(draft.place());
    }
  }

  private Optional<String> unwanted(Draft draft) {
    Selection selection = options.selection();
    if (selection.publishedAfter() == null) {
      return Optional.empty();
    }
    Optional<LocalDate> date = Dates.of(draft.label(Field.DATE));
    if (date.isEmpty()) {
      undated++;
      return selection.undatedToo() ? Optional.empty() : Optional.of("has no date");
    }
    return date.get().isAfter(selection.publishedAfter())
        ? Optional.empty()
        : Optional.of("was published on " + date.get());
  }

  private Made text(Draft draft, String domain, Reading reading) throws IOException {
    Notes notes = reading.notes();
    String whole = Texts.normal(draft.text(), options.texts().repairMojibake(), notes);
    if (whole.isBlank()) {
      return blank(draft);
    }
    Map<String, JsonNode> extra = extra(draft, reading);
    String text = cut(whole, domain, extra, notes);
    String id = ids.take(naming.id(draft, reading.file()));
    Optional<Match> match =
        options.selection().duplicates() ? Optional.empty() : duplicates.matchOrAdd(text, id);
    if (match.isPresent()) {
      ids.release(id);
      return new Made.Duplicate(match.get().told());
    }
    folder.add(id, head(id, domain, draft, reading).line(text, null, extra));
    Scripts scripts = Scripts.of(text);
    scripts.mixedWords().stream()
        .limit(MOST_WORDS_NOTED)
        .forEach(word -> notes.say("'%s' has letters of two scripts".formatted(word)));
    return new Made.Imported(domain, text.length(), scripts);
  }

  private static Made blank(Draft draft) {
    if (draft.place() == null) {
      throw new Refused("has no text");
    }
    return new Made.LeftOut("has no text");
  }

  private String cut(String whole, String domain, Map<String, JsonNode> extra, Notes notes) {
    Integer limit = options.texts().maxTokens(domain);
    Optional<Cut> cut = limit == null ? Optional.empty() : Cut.at(whole, limit);
    if (cut.isEmpty()) {
      return whole;
    }
    String text = cut.get().text();
    extra.put(
        "cut",
        JsonNodeFactory.instance
            .objectNode()
            .put("characters", text.length())
            .put("of", cut.get().of()));
    notes.count("texts that were cut at a limit of %,d tokens".formatted(limit), 1);
    return text;
  }

  private Made image(Draft draft, String domain, Reading reading) throws IOException {
    Image image = Image.of(draft.image(), options.limits(), reading.notes());
    String id = ids.take(naming.id(draft, reading.file()));
    Optional<Match> match =
        options.selection().duplicates()
            ? Optional.empty()
            : duplicates.matchOrAdd(draft.image(), id);
    if (match.isPresent()) {
      ids.release(id);
      return new Made.Duplicate(match.get().told());
    }
    String type = image.ending().equals("png") ? "image/png" : "image/jpeg";
    Concept.Image content = new Concept.Image(type, image.bytes());
    ObjectNode line = head(id, domain, draft, reading).line(null, content, extra(draft, reading));
    String name = "%s.%s".formatted(Ids.fileName(id), image.ending());
    folder.add(id, line.put("image", folder.add(name, image.bytes())));
    return new Made.Imported(domain, 0, null);
  }

  private Head head(String id, String domain, Draft draft, Reading reading) {
    return new Head(
        id,
        domain,
        naming.title(draft, reading.file()),
        quiz(draft, reading),
        naming.source(draft, reading.file()),
        naming.licence(draft));
  }

  private Map<String, JsonNode> extra(Draft draft, Reading reading) {
    Map<String, JsonNode> extra = new TreeMap<>();
    draft
        .extra()
        .forEach((name, value) -> extra.put(OWN.contains(name) ? "original_" + name : name, value));
    put("cluster", naming.cluster(draft, reading.file()), extra);
    String date = draft.label(Field.DATE);
    put("date", Dates.of(date).map(LocalDate::toString).orElse(date), extra);
    if (date != null && Dates.of(date).isEmpty()) {
      reading.notes().count("dates that could not be read, such as '%s'".formatted(date), 1);
    }
    extra.remove("original_" + QUIZ);
    return extra;
  }

  private static void put(String name, String value, Map<String, JsonNode> extra) {
    if (value != null) {
      extra.put(name, TextNode.valueOf(value));
    }
  }

  private List<QuizItem> quiz(Draft draft, Reading reading) {
    JsonNode quiz = draft.extra().get(QUIZ);
    try {
      return quiz == null ? List.of() : Quiz.of(quiz);
    } catch (Refused e) {
      String place = draft.place() == null ? "" : draft.place() + ": ";
      reading.notes().say(place + "its quiz cannot be used and is left out: " + e.getMessage());
      return List.of();
    }
  }
}
