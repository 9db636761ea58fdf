package dev.interact.study.input;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of YAML file that declares something: its schema, the record that it becomes, and what is
 * wrong with such a record beyond the schema.
 *
 * @param contradictions what fields ask for that cannot be together
 */
public record Declaration<T>(
    Schema schema, Class<T> type, Function<T, List<Finding>> contradictions) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @throws InvalidInput with all problems that can be told from the file alone
   */
  public T read(String yaml, String file) {
    Document document = Document.yaml(yaml, file);
    InvalidInput.throwIfAny(schema.check(document));
    T declared = bind(document);
    InvalidInput.throwIfAny(
        contradictions.apply(declared).stream()
            .map(finding -> document.problem(finding.path(), finding.message()))
            .sorted(comparing(Problem::line))
            .toList());
    return declared;
  }

  private T bind(Document document) {
    try {
      return MAPPER.treeToValue(document.root(), type);
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(document.file(), e.getOriginalMessage());
    }
  }

  /** What is wrong with a record that did not come through {@link #read}. */
  public List<Problem> problems(T declared) {
    List<Finding> findings = new ArrayList<>(schema.check(MAPPER.valueToTree(declared)));
    findings.addAll(contradictions.apply(declared));
    return findings.stream()
        .map(finding -> new Problem(null, 0, finding.path().toString(), finding.message()))
        .toList();
  }
}
