package dev.interact.study.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables that a template sees. A template is checked by its names, then by rendering. */
enum Scope {
  NOTHING(List.of(), List.of(Map.of())),
  LESSON(List.of("lesson"), List.of(Map.of(), Map.of("lesson", "text"))),
  CONTEXT(List.of("context"), List.of(Map.of(), Map.of("context", "text"))),
  SHEET(
      List.of("items", "number", "question", "options", "letter", "text", "count", "error"),
      List.of(Samples.SHEET, Samples.SHEET_AFTER_ERROR)),
  QUIZ_ORDER(
      List.of("count", "levels", "level", "number", "options", "asked", "problems"),
      List.of(Samples.QUIZ_ORDER, Samples.QUIZ_ORDER_AGAIN)),
  JUDGED(
      List.of(
          "count", "items", "number", "question", "options", "letter", "text", "key", "problem"),
      List.of(Samples.JUDGED)),
  COUNT(List.of("count"), List.of(Map.of("count", 1))),
  MAY_STOP(List.of("may_stop"), List.of(Map.of(), Map.of("may_stop", true))),
  ASPECTS(List.of("aspects"), List.of(Map.of("aspects", "text"))),
  LECTURE(
      List.of("first", "words"),
      List.of(
          Map.of(), Map.of("first", true), Map.of("words", 1), Map.of("first", true, "words", 1))),
  TURNS(List.of("turns", "question", "answer"), List.of(Samples.TURNS)),
  ANSWERS(List.of("turns", "answer"), List.of(Samples.TURNS));

  private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false);
  private static final Set<String> OPTIONAL = Set.of("count", "error", "words", "problem");

  private final List<String> variables;
  private final List<Map<String, Object>> samples;

  Scope(List<String> variables, List<Map<String, Object>> samples) {
    this.variables = variables;
    this.samples = samples;
  }

  /** Why a template cannot be used here, or empty if it can. */
  Optional<String> problem(String text) {
    try {
      Template template = MUSTACHE.compile(text);
      Set<String> names = new LinkedHashSet<>();
      template.visit(new Names(names));
      Optional<String> wrong = unknown(names).or(() -> unused(names));
      return wrong.isPresent() ? wrong : misplaced(template);
    } catch (MustacheException e) {
      return Optional.of("is no Mustache template: " + e.getMessage());
    }
  }

  private Optional<String> unknown(Set<String> names) {
    return names.stream()
        .filter(name -> !variables.contains(name))
        .findFirst()
        .map(name -> "refers to {{%s}}; it may refer to %s".formatted(name, allowed()));
  }

  private String allowed() {
    return variables.isEmpty()
        ? "nothing"
        : variables.stream().map("{{%s}}"::formatted).collect(Collectors.joining(", "));
  }

  private Optional<String> unused(Set<String> names) {
    return variables.stream()
        .filter(name -> !OPTIONAL.contains(name) && !names.contains(name))
        .findFirst()
        .map("must refer to {{%s}}"::formatted);
  }

  private Optional<String> misplaced(Template template) {
    try {
      samples.forEach(template::execute);
      return Optional.empty();
    } catch (MustacheException.Context e) {
      return Optional.of(
          "refers to {{%s}} outside the section that has it (line %d of the template)"
              .formatted(e.key, e.lineNo));
    }
  }

  /** Values to try a template with. */
  private static final class Samples {
    static final Map<String, Object> SHEET =
        Map.of(
            "count",
            1,
            "items",
            List.of(
                Map.of(
                    "number",
                    1,
                    "question",
                    "text",
                    "options",
                    List.of(Map.of("letter", "A", "text", "text")))));
    static final Map<String, Object> QUIZ_ORDER =
        Map.of("count", 1, "options", 4, "levels", List.of(Map.of("level", "easy", "number", 1)));
    static final Map<String, Object> QUIZ_ORDER_AGAIN =
        Map.of(
            "count",
            1,
            "options",
            4,
            "levels",
            QUIZ_ORDER.get("levels"),
            "asked",
            "text",
            "problems",
            "text");
    static final Map<String, Object> JUDGED =
        Map.of(
            "count",
            1,
            "items",
            List.of(
                Map.of(
                    "number",
                    1,
                    "question",
                    "text",
                    "key",
                    "A",
                    "options",
                    List.of(Map.of("letter", "A", "text", "text")))));
    static final Map<String, Object> TURNS =
        Map.of("turns", List.of(Map.of("question", "text", "answer", "text")));
    static final Map<String, Object> SHEET_AFTER_ERROR =
        Map.of("count", 1, "items", SHEET.get("items"), "error", "text");
  }

  /** Collects all names that a template refers to, in sections rendered or not. */
  private record Names(Set<String> names) implements Mustache.Visitor {
    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
      names.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
      names.add("> " + name);
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      names.add(name);
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return visitSection(name);
    }
  }
}
