package dev.interact.analysis.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.study.Concept.Level;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLinesTest {
  /** The row of docs/reading-results.md, with a field more. */
  private static final String ROW =
      """
      {"study":"first-study","dialogue":"813a","concept":"tale-bell","domain":"tales","condition":"dynamic",\
      "student":"offline","teacher":"offline","lesson_author":null,"quiz_mode":"sheet","strategy":"plain",\
      "style":"full","from":null,"framing":null,"at":null,"seed":1,"lesson_draw":0,"option_order":2,\
      "candidate":null,"turn":2,"sample":1,"item":"m1","level":"medium","half":null,"shown":[2,0,3,1],\
      "choice":3,"correct":true,"parsed":true,"status":"finished","later":{"a":1}}""";

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("answers.jsonl"), content);
  }

  private static List<AnswerRow> read(Path file) {
    List<AnswerRow> rows = new ArrayList<>();
    AnswerLines.read(file, rows::add);
    return rows;
  }

  @Test
  void a_row_is_read_with_its_arm_and_draw() throws IOException {
    assertThat(read(file(ROW)))
        .containsExactly(
            new AnswerRow(
                "813a",
                "tale-bell",
                "tales",
                new ArmKey(
                    "dynamic",
                    "offline",
                    "offline",
                    null,
                    QuizMode.SHEET,
                    "plain",
                    Style.FULL,
                    null,
                    null,
                    null),
                new Repeat(1L, 0, 2, null),
                2,
                "m1",
                Level.MEDIUM,
                null,
                List.of(2, 0, 3, 1),
                3,
                true,
                true,
                "finished"));
  }

  @Test
  void rows_are_handed_over_in_order_and_blank_lines_left_out() throws IOException {
    Path file = file(ROW + "\n\n" + ROW.replace("m1", "m2") + "\n");

    assertThat(read(file)).extracting(AnswerRow::item).containsExactly("m1", "m2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "turn":2,         |                 | is no line of Interact's results: Missing required field 'turn'
          "student":"offline", |              | is no line of Interact's results: Missing required field 'student'
          "turn":2          | "turn":"two"    | is no line of Interact's results: Cannot deserialize value of type
          "turn":2          | "turn":null     | is no line of Interact's results: Cannot map `null` into type
          "turn":2          | "turn":-1       | turn: must be 0 or more, not -1
          "level":"medium"  | "level":"odd"   | is no line of Interact's results
          [2,0,3,1]         | [0]             | shown: must list 2 to 10 options, not 1
          "finished","later":{"a":1}} | "fin  | is no line of Interact's results: Unexpected end-of-input
          """)
  void a_line_that_is_no_answer_is_told_with_its_place(String part, String instead, String message)
      throws IOException {
    Path file = file(ROW + "\n" + ROW.replace(part, instead == null ? "" : instead));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(file + ", line 2")
        .hasMessageContaining(message)
        .hasMessageEndingWith(".");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    assertThatThrownBy(() -> read(folder.resolve("none.jsonl")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(folder.resolve("none.jsonl") + ": is not there.");
  }

  @Test
  void another_encoding_is_told() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, ROW.replace("m1", "\u00fc").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> read(file)).hasMessage(file + ", line 1: is not UTF-8.");
  }

  @Test
  void a_dialogue_is_read_with_what_was_said() throws IOException {
    List<DialogueRow> rows = new ArrayList<>();
    AnswerLines.readDialogues(
        file(
            """
            {"study":"s","dialogue":"d","concept":"c","domain":"tales","condition":"dynamic","student":"a",\
            "teacher":"b","quiz_mode":"item","seed":null,"donor":null,"status":"failed","reason":"it broke",\
            "lesson":"Once.","turns":[{"turn":1,"question":"What?","answer":null}],"candidates":[],"sheets":[]}
            """),
        rows::add);

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().hasFailed()).isTrue();
    assertThat(rows.getFirst().reason()).isEqualTo("it broke");
    assertThat(rows.getFirst().repeat()).isEqualTo(new Repeat(null, 0, 0, null));
    assertThat(rows.getFirst().turns()).containsExactly(new DialogueRow.Turn(1, "What?", null));
  }
}
