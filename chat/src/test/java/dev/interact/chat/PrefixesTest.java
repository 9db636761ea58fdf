package dev.interact.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.chat.Message.Part;
import dev.interact.chat.Message.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixesTest {
  private static final Message SYSTEM = Message.of(Role.SYSTEM, "You learn.");

  private final Prefixes prefixes = new Prefixes();

  private static Message user(String text) {
    return Message.of(Role.USER, text);
  }

  private static Message model(String text) {
    return Message.of(Role.ASSISTANT, text);
  }

  private static Message picture(String base64, String text) {
    return new Message(
        Role.USER, List.of(new Part.Image("image/png", base64), new Part.Text(text)));
  }

  @Test
  void the_first_chat_shares_nothing_and_the_same_again_all() {
    List<Message> chat = List.of(SYSTEM, user("Hello."));

    assertThat(prefixes.add(chat)).isEmpty();
    assertThat(prefixes.add(chat)).isEqualTo(chat);
  }

  @Test
  void a_longer_chat_shares_the_shorter_one_and_a_shorter_one_is_shared_as_a_whole() {
    List<Message> chat = List.of(SYSTEM, user("Hello."));
    List<Message> longer = List.of(SYSTEM, user("Hello."), model("Who?"), user("Ann."));
    prefixes.add(chat);

    assertThat(prefixes.add(longer)).isEqualTo(chat);
    assertThat(prefixes.add(longer.subList(0, 3))).isEqualTo(longer.subList(0, 3));
  }

  @Test
  void what_is_added_to_a_message_leaves_its_beginning_shared() {
    prefixes.add(List.of(SYSTEM, user("Ann.\n\nQuiz: 1.")));

    assertThat(prefixes.add(List.of(SYSTEM, user("Ann."), model("Why?"))))
        .containsExactly(SYSTEM, user("Ann."));
    assertThat(prefixes.add(List.of(SYSTEM, user("Ann.\n\nQuiz: 2."))))
        .containsExactly(SYSTEM, user("Ann.\n\nQuiz: "));
  }

  @Test
  void the_earlier_chat_that_has_most_in_common_counts() {
    prefixes.add(List.of(SYSTEM, user("A cat sat.")));
    prefixes.add(List.of(SYSTEM, user("A cart came.")));

    assertThat(prefixes.add(List.of(SYSTEM, user("A cat ran."))))
        .containsExactly(SYSTEM, user("A cat "));
  }

  @Test
  void nothing_after_a_difference_is_shared_whoever_says_it() {
    prefixes.add(List.of(SYSTEM, user("One."), model("Same.")));

    assertThat(prefixes.add(List.of(SYSTEM, user("Two."), model("Same.")))).containsExactly(SYSTEM);
    assertThat(prefixes.add(List.of(SYSTEM, model("One.")))).containsExactly(SYSTEM);
  }

  @Test
  void an_image_is_shared_as_a_whole_or_not_at_all() {
    prefixes.add(List.of(SYSTEM, picture("AAAA", "What is red?")));

    assertThat(prefixes.add(List.of(SYSTEM, picture("AAAA", "What is blue?"))))
        .containsExactly(SYSTEM, picture("AAAA", "What is "));
    assertThat(prefixes.add(List.of(SYSTEM, picture("AAAB", "What is red?"))))
        .containsExactly(SYSTEM);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void in_whatever_order_chats_come_they_share_as_much(long seed) {
    Random random = new Random(seed);
    List<List<Message>> chats =
        Stream.generate(() -> chat(random))
            .limit(200)
            .collect(ArrayList::new, List::add, List::addAll);
    long length = shared(chats);

    assertThat(length).isPositive();
    for (int order = 0; order < 20; order++) {
      Collections.shuffle(chats, random);
      assertThat(shared(chats)).isEqualTo(length);
    }
  }

  private static List<Message> chat(Random random) {
    List<Message> chat = new ArrayList<>();
    for (int length = 1 + random.nextInt(4); length > 0; length--) {
      StringBuilder text = new StringBuilder();
      for (int letters = 1 + random.nextInt(6); letters > 0; letters--) {
        text.append((char) ('a' + random.nextInt(2)));
      }
      chat.add(length % 2 == 0 ? user(text.toString()) : model(text.toString()));
    }
    return chat;
  }

  private static long shared(List<List<Message>> chats) {
    Prefixes prefixes = new Prefixes();
    return chats.stream()
        .flatMap(chat -> prefixes.add(chat).stream())
        .mapToLong(message -> message.text().length())
        .sum();
  }
}
