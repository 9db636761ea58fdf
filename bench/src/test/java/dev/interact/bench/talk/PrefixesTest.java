package dev.interact.bench.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.bench.stub.Exchange;
import dev.interact.bench.stub.Exchange.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefixesTest {
  private static final String SYSTEM = "system\nYou are a student.\0";
  private static final String GREETING = "user\nWhat would you like to know?";

  private static Prefixes of(List<Exchange> exchanges) {
    return Prefixes.of(exchanges, Talk.of(exchanges));
  }

  @Test
  void a_dialogue_that_only_grows_shares_all_that_was_told_before() {
    List<Exchange> exchanges = Dialogues.sideBySide(1, 2);

    Prefixes prefixes = of(exchanges);

    assertThat(prefixes.broken()).isZero();
    long sentence = exchanges.getFirst().answer().length();
    long first = SYSTEM.length() + GREETING.length();
    long second = first + "\0assistant\n\0user\n".length() + 2 * sentence;
    long teacher = "system\nYou are a teacher of tale 0\0user\n".length() + sentence;
    assertThat(prefixes.shared())
        .as("quiz 1, question 2, quiz 2; answer 2")
        .isEqualTo(first + first + second + teacher);
    assertThat(prefixes.bytes()).isGreaterThan(prefixes.shared());
  }

  @Test
  void what_is_answered_later_can_be_shared_with_nobody() {
    List<Exchange> atOnce =
        Dialogues.sideBySide(1, 2).stream()
            .map(each -> new Exchange(0, 1, each.messages(), each.answer()))
            .toList();

    assertThat(of(atOnce).shared()).isZero();
    assertThat(of(atOnce).broken()).isZero();
  }

  @Test
  void a_change_at_the_beginning_breaks_what_follows() {
    List<Exchange> exchanges = new ArrayList<>(Dialogues.sideBySide(1, 2));
    Exchange last = exchanges.getLast();
    List<Message> other = new ArrayList<>(last.messages());
    other.set(0, new Message("system", "Today is another day."));
    exchanges.set(
        exchanges.size() - 1, new Exchange(last.arrived(), last.left(), other, last.answer()));

    assertThat(of(exchanges).broken()).isEqualTo(1);
    assertThat(of(exchanges).shared()).isLessThan(of(Dialogues.sideBySide(1, 2)).shared());
  }
}
