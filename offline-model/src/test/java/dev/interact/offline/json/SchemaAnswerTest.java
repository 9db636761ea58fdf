package dev.interact.offline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.interact.offline.Reply;
import dev.interact.offline.author.Level;
import dev.interact.offline.author.WrittenItem;
import dev.interact.offline.judge.Verdict;
import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.quiz.QuizTaker.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaAnswerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Reply TEXT = new Reply.Prose("The heron knew. The miller slept.");
  private static final Reply SHEET =
      new Reply.Sheet(List.of(choice(1, "Who?", 'B'), choice(2, "Why?", 'A')), "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: object, properties: {answers: {type: array, items: {type: string}}}, required: [answers]}      | {"answers":["B","A"]}
          {type: object, properties: {answers: {type: array, items: {enum: [A, B, C, D]}}}}                     | {"answers":["B","A"]}
          {type: array, items: {type: object, properties: {number: {type: integer}, answer: {type: string}}}}   | [{"number":1,"answer":"B"},{"number":2,"answer":"A"}]
          {type: array, items: {type: object, properties: {question: {type: string}, choice: {type: integer}}}} | [{"question":"Who?","choice":1},{"question":"Why?","choice":0}]
          {type: object, properties: {'1': {type: string}, '2': {type: string}}, required: ['1', '2']}          | {"1":"B","2":"A"}
          {type: object, properties: {q1: {'$ref': '#/$defs/l'}, q2: {'$ref': '#/$defs/l'}}, $defs: {l: {enum: [a, b]}}} | {"q1":"b","q2":"a"}
          {type: object, additionalProperties: {type: string}}                                                  | {"1":"B","2":"A"}
          {type: array, items: {anyOf: [{type: string, pattern: '^[0-9]+$', minLength: 9}, {type: string}]}}    | ["B","A"]
          {type: object, properties: {explanation: {type: [string, 'null'], maxLength: 3}}}                     | {"explanation":"1. "}
          """)
  void a_quiz_fits_the_schemas_people_write(String schema, String expected) throws Exception {
    assertThat(valid(SHEET, schema)).isEqualTo(JSON.readTree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: object, properties: {text: {type: string}, done: {type: boolean}}, required: [text, done]} | {"text":"The heron knew. The miller slept.","done":false}
          {type: object, properties: {points: {type: array, items: {type: string}, maxItems: 1}}}           | {"points":["The heron knew."]}
          {type: object, properties: {score: {type: number, minimum: 3, maximum: 5}}, required: [score]}    | {"score":3}
          {type: object, properties: {kind: {const: answer}, tone: {enum: [calm, loud]}}}                   | {"kind":"answer","tone":"calm"}
          """)
  void a_text_fits_generic_schemas(String schema, String expected) throws Exception {
    assertThat(valid(TEXT, schema)).isEqualTo(JSON.readTree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: object, properties: {items: {type: array, items: {type: object, properties: {level: {enum: [hard, easy]}, question: {type: string}, options: {type: array, items: {type: string}, minItems: 2}, answer: {type: integer}, evidence: {type: array, items: {type: string}}}}}}} | {"items":[{"level":"easy","question":"Who?","options":["a heron","a fox"],"answer":1,"evidence":["A fox."]}]}
          {type: object, properties: {questions: {type: array, items: {type: object, properties: {question: {type: string}, choices: {type: array, items: {type: string}}, correct: {enum: [A, B]}, explanation: {type: string}}}}}} | {"questions":[{"question":"Who?","choices":["a heron","a fox"],"correct":"B","explanation":"A fox."}]}
          {type: array, items: {type: object, properties: {stem: {type: string}, correct_answer: {type: string}}}} | [{"stem":"Who?","correct_answer":"a fox"}]
          """)
  void a_written_quiz_fits_the_schemas_people_write(String schema, String expected)
      throws Exception {
    var item =
        new WrittenItem(Level.EASY, "Who?", List.of("a heron", "a fox"), 1, List.of("A fox."));

    assertThat(valid(new Reply.WrittenQuiz(List.of(item)), schema))
        .isEqualTo(JSON.readTree(expected));
  }

  @Test
  void verdicts_fit_a_schema() throws Exception {
    var verdict = new Verdict(3, true, false, true, "It is not there.");
    String schema =
        "{type: object, properties: {results: {type: array, items: {type: object, properties: {item:"
            + " {type: integer}, answerable: {type: boolean}, self_contained: {type: boolean}, reason:"
            + " {type: string}}}}}}";

    assertThat(valid(new Reply.Verdicts(List.of(verdict)), schema))
        .isEqualTo(
            JSON.readTree(
                "{\"results\":[{\"item\":3,\"answerable\":false,\"self_contained\":true,"
                    + "\"reason\":\"It is not there.\"}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: object, properties: {day: {type: string, format: date}}, required: [day]}",
        "{type: string, pattern: '^[0-9]{4}$'}",
        "{type: string, pattern: '('}",
        "{type: array, items: {type: string}, minItems: 5}",
        "{type: object, properties: {me: {'$ref': '#'}}, required: [me]}",
        "{type: integer, minimum: 7, maximum: 6}",
        "{type: spaceship}"
      })
  void what_cannot_be_filled_is_refused_with_a_reason(String schema) {
    assertThatThrownBy(() -> SchemaAnswer.of(TEXT, read(schema)))
        .isInstanceOf(UnsatisfiableSchema.class)
        .message()
        .isNotBlank();
  }

  private static JsonNode valid(Reply reply, String schema) throws Exception {
    JsonNode answer = SchemaAnswer.of(reply, read(schema));
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(read(schema))
                .validate(answer))
        .isEmpty();
    return JSON.readTree(answer.toString());
  }

  /** Schemas are written without most of JSON's quotation marks, to be readable in a table. */
  private static JsonNode read(String schema) throws Exception {
    String quoted =
        schema
            .replaceAll("'([^']*)'", "\"$1\"")
            .replaceAll("(?<=[{\\[:,] ?)([$A-Za-z][$\\w]*)(?=\\s*[:,\\]}])", "\"$1\"");
    return JSON.readTree(quoted);
  }

  private static Choice choice(int number, String question, char letter) {
    List<Option> options = List.of(new Option('A', "one"), new Option('B', "two"));
    return new Choice(new Item(number, question, options), options.get(letter - 'A'));
  }
}
