package dev.interact.quiz.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.Json;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.student.Sheet;
import dev.interact.worker.garbage.Garbage;
import dev.interact.worker.garbage.Mutations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model writes, each item of its sheet gets one mark. */
class GarbageSheetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Sheet SHEET =
      new Sheet(
          List.of(
              new Sheet.Item("e1", "Who?", List.of("A dog", "Beryl Stone", "The miller", "Nobody")),
              new Sheet.Item("m1", "When?", List.of("1912", "1913", "1914", "1915")),
              new Sheet.Item("h1", "Why?", List.of("Fear", "Hope"))));
  private static final int LONGEST_REPLY = 4 * 1024 * 1024;
  private static final List<Integer> KEY = List.of(1, 2, 0);

  /** Longer replies never come to the grader. */
  static Stream<Garbage> corpus() {
    return Garbage.all().stream().filter(garbage -> garbage.bytes().length <= LONGEST_REPLY);
  }

  private static void assertGraded(String text) {
    GradedSheet graded = Grader.grade(new AnsweredSheet("call", SHEET, KEY, text));

    assertThat(Json.read(Json.write(graded), GradedSheet.class)).isEqualTo(graded);
    assertThat(graded.marks()).hasSize(SHEET.items().size());
    for (int i = 0; i < SHEET.items().size(); i++) {
      Mark mark = graded.marks().get(i);
      Sheet.Item item = SHEET.items().get(i);
      assertThat(mark.item()).isEqualTo(item.id());
      assertThat(mark.correct()).isEqualTo(KEY.get(i).equals(mark.choice()));
      assertThat(mark.choice() == null || mark.choice() < item.options().size()).isTrue();
    }
    assertThat(graded.formatError() == null)
        .isEqualTo(graded.marks().stream().allMatch(Mark::parsed));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  void a_reply_of_the_corpus_is_graded(Garbage garbage) {
    String body = new String(garbage.bytes(), UTF_8);

    assertGraded(body);
    assertGraded(said(body));
  }

  /** What the model wrote where the body is a chat completion, or else the body. */
  private static String said(String body) {
    try {
      return JSON.readTree(body).at("/choices/0/message/content").asText(body);
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  @Test
  void a_changed_answer_is_graded() {
    List<byte[]> good =
        Stream.of(
                "1. B\n2. C\n3. A",
                "Q1: **B**, Q2: (C) 1914; Q3 - Fear.",
                "The answer is B\nAnswer: option C\nchoice A",
                "{\"answers\": [\"B\", \"C\", \"A\"]}",
                "```json\n{\"1\": \"B\", \"question_2\": \"C\", \"item 3\": 7}\n```",
                "[{\"question\": 1, \"answer\": \"B\"}, {\"number\": 2, \"letter\": \"C\"}, {\"id\": 3}]",
                "<think>1. C maybe</think>\n1. B\n2. C\n3. A")
            .map(text -> text.getBytes(UTF_8))
            .toList();

    Mutations.fuzz(314, good, text -> assertGraded(new String(text, UTF_8)));
  }
}
