package dev.interact.offline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.chat.Message;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannerCuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer in one sentence.",
        "Be terse.",
        "Use as few words as possible.",
        "Reply with a short, plain sentence: one short sentence and no more.",
      })
  void a_teacher_is_told_to_be_terse(String instructions) {
    assertThat(asked(instructions, "Who is Ilse?")).isEqualTo(new Manner.Terse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not reveal the answer. Give hints.",
        "You must never state the answer itself; let students find it themselves.",
        "Don't give away answers, only clues.",
      })
  void a_teacher_is_told_to_keep_the_answer_back(String instructions) {
    assertThat(asked(instructions, "Who is Ilse?")).isEqualTo(new Manner.Hint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer in a few sentences.",
        "Answer in full sentences, never in just one short sentence.",
        "If the text does not give the answer, say so.",
        "Do not answer in one word. Your answers should be short.",
        "Do not ask anything back.",
      })
  void other_teachers_answer_in_full(String instructions) {
    assertThat(asked(instructions, "Tell me about the heron.")).isEqualTo(new Manner.Full());
    assertThat(asked(instructions, "Can you go on about the text in 50 words?"))
        .isEqualTo(new Manner.Full());
  }

  @ParameterizedTest
  @CsvSource({
    "Please continue., -1",
    "Go on with the next 80 words., 80",
    "Teach me the text in around 120 words., 120",
    "Tell me about the article. Start with the main point., -1",
    "What have you not told me yet? Tell it in 30 words., 30",
  })
  void told_to_go_on_any_teacher_lectures(String request, int words) {
    assertThat(asked("Be terse.", request))
        .isEqualTo(new Manner.Lecture(words < 0 ? OptionalInt.empty() : OptionalInt.of(words)));
  }

  private static Manner asked(String instructions, String request) {
    return MannerCues.in(instructions, Message.user(request));
  }
}
