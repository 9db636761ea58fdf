package dev.interact.study.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.input.InvalidField;
import dev.interact.study.input.Problem;
import dev.interact.study.input.Schema;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a concept file: a concept, or what is wrong with it. */
final class ConceptLine {
  private static final Schema SCHEMA = Schema.named("concept");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(ConceptSize.MAX_LINE_BYTES)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final int number;
  private final List<Problem> problems = new ArrayList<>();

  private final boolean needsQuiz;

  /**
   * @param needsQuiz whether a concept without a quiz is a problem
   */
  ConceptLine(Path file, int number, boolean needsQuiz) {
    this.file = file;
    this.number = number;
    this.needsQuiz = needsQuiz;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The concept; empty if the line is blank or has problems. */
  Optional<Concept> read(byte[] line) {
    if (line.length > ConceptSize.MAX_LINE_BYTES) {
      refuse(null, "takes " + ConceptSize.tooLarge(line.length));
      return Optional.empty();
    }
    try {
      String text = Utf8Lines.decode(line);
      return text.isBlank() ? Optional.empty() : concept(MAPPER.readTree(text));
    } catch (CharacterCodingException e) {
      refuse(null, "is not UTF-8");
    } catch (JsonProcessingException e) {
      refuse(
          null,
          "is not valid JSON at column %d: %s".formatted(e.getLocation().getColumnNr(), reason(e)));
    }
    return Optional.empty();
  }

  /** What the parser says, without its own view of where. */
  private static String reason(JsonProcessingException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("it ends too early");
    return first.replaceAll("\\s*\\(start marker at .*", "");
  }

  private Optional<Concept> concept(JsonNode tree) {
    withoutNulls(tree);
    tree.path("quiz").forEach(ConceptLine::withoutNulls);
    boolean mayLackQuiz = !needsQuiz && !tree.has("quiz");
    SCHEMA.check(tree).stream()
        .filter(finding -> !(mayLackQuiz && finding.path().toString().equals("quiz")))
        .forEach(finding -> refuse(finding.path().toString(), finding.message()));
    if (problems.isEmpty()) {
      checkItems(tree.path("quiz"));
      inlineImage((ObjectNode) tree);
    }
    return problems.isEmpty() ? bind("", tree, Concept.class).filter(this::fits) : Optional.empty();
  }

  private void checkItems(JsonNode items) {
    for (int index = 0; index < items.size(); index++) {
      bind("quiz[" + index + "].", items.get(index), QuizItem.class);
    }
  }

  private void inlineImage(ObjectNode tree) {
    if (!tree.has("image")) {
      return;
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      tree.putPOJO("image", ImageFile.read(folder, tree.path("image").asText()));
    } catch (InvalidField e) {
      refuse(e.field(), e.problem());
    }
  }

  private <T> Optional<T> bind(String parent, JsonNode tree, Class<T> type) {
    try {
      return Optional.of(MAPPER.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof InvalidField invalid) {
        refuse(parent + invalid.field(), invalid.problem());
      } else {
        refuse(null, e.getOriginalMessage());
      }
      return Optional.empty();
    }
  }

  private boolean fits(Concept concept) {
    Optional<String> tooLarge = ConceptSize.problem(concept);
    tooLarge.ifPresent(problem -> refuse(null, problem));
    return tooLarge.isEmpty();
  }

  private void refuse(String field, String message) {
    problems.add(new Problem(file.toString(), number, field, message));
  }

  private static void withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(field -> field.getValue().isNull());
    }
  }
}
