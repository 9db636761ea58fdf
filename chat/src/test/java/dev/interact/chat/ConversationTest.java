package dev.interact.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.chat.Message.Part;
import dev.interact.contracts.Example;
import dev.interact.contracts.student.Sheet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationTest {

  @Test
  void roles_alternate_and_what_is_said_twice_in_a_row_becomes_one_message() {
    List<Message> messages =
        Conversation.under("be").user("one").user("two").assistant("three").user("four").messages();

    assertThat(messages).hasSize(4);
    assertThat(messages.getFirst()).isEqualTo(Message.of(Message.Role.SYSTEM, "be"));
    assertThat(messages.get(1).text()).isEqualTo("one\n\ntwo");
    assertThat(messages.get(3).text()).isEqualTo("four");
  }

  @Test
  void an_image_stands_before_what_is_said_with_it() {
    List<Message> messages =
        Conversation.under("be").image("AAAA", "image/png").user("what is it?").messages();

    assertThat(messages.get(1).parts())
        .containsExactly(new Part.Image("image/png", "AAAA"), new Part.Text("what is it?"));
  }

  @Test
  void examples_come_right_after_the_system_message() {
    List<Message> messages =
        Conversation.under("be").examples(List.of(new Example("q", "a"))).user("real").messages();

    assertThat(messages).hasSize(4);
    assertThat(messages.get(1).text()).isEqualTo("q");
  }

  @Test
  void values_are_put_in_as_they_are_and_never_read_as_templates() {
    assertThat(Template.fill("<{{context}}>", Map.of("context", "{{secret}} & <b> {{{x}}}")))
        .isEqualTo("<{{secret}} & <b> {{{x}}}>");
  }

  @Test
  void a_sheet_is_numbered_and_lettered() {
    Sheet sheet = new Sheet(List.of(new Sheet.Item("e1", "Who?", List.of("x & y", "z"))));
    String template =
        "{{count}}{{#error}} !{{error}}{{/error}}{{#items}} {{number}} {{question}}"
            + "{{#options}} {{letter}}={{text}}{{/options}}{{/items}}";

    assertThat(Template.fill(template, sheet.variables(null))).isEqualTo("1 1 Who? A=x & y B=z");
    assertThat(Template.fill(template, sheet.variables("bad")))
        .isEqualTo("1 !bad 1 Who? A=x & y B=z");
  }
}
