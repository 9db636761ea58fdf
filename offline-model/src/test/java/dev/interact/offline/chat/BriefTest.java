package dev.interact.offline.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BriefTest {

  private static final String TALE = "A miller had three sons.\n\nThe youngest got the cat.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You are a teacher. Be kind. Answer questions about this text.\n\n%s",
        "You are a teacher.\n\nContext:\n%s",
        "You are a teacher.\n\n## The story\n---\n%s\n---\n\nAnswer in full sentences.",
        "Use what is in the tag.\n<lesson>%s</lesson>\nAsk your next question.",
        "Here is a story:\n\"\"\"\n%s\n\"\"\"\nYour answers should be short.",
        "You are a teacher.\nStory: %s\n\nPlease answer the student's questions.",
        "%s\n\nNow ask your next question.",
        "Hello, I am your teacher!\n\n%s",
      })
  void instructions_and_material_are_told_apart(String message) {
    Brief brief = Brief.of(message.formatted(TALE));

    assertThat(brief.material()).isEqualTo(TALE);
    assertThat(brief.instructions()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The king rode out. \"You must answer my question,\" he said.",
        "“Answer me,” said the witch. “What is the story you know?”",
        "The polygraph is a test. It is often used.",
      })
  void what_a_story_says_instructs_nobody(String story) {
    assertThat(Brief.of(story).instructions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "You are a student who sits a quiz about a text you have not seen.",
        "Hello! Ask me anything about the story.",
        "Hi there, what would you like to know?",
        "Answer with a line per question, such as '1. A'. Guess if unsure.",
      })
  void mere_instructions_hold_no_material(String message) {
    assertThat(Brief.of(message).hasMaterial()).isFalse();
  }

  @Test
  void sections_of_material_are_all_kept() {
    Brief brief = Brief.of("Study this.\n\nLesson:\nIt rained.\n\nNotes:\nThe cat slept.");

    assertThat(brief.material()).isEqualTo("It rained.\n\nThe cat slept.");
  }
}
