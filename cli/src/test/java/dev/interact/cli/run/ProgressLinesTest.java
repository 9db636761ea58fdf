package dev.interact.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.cli.api.Amount;
import dev.interact.cli.api.Budget;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.api.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final List<String> lines = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressLines progress = new ProgressLines(lines::add, clock::get);

  private Budget budget;

  private void show(int second, String state, long finished, long done) {
    clock.set(TimeUnit.SECONDS.toNanos(second));
    progress.show(
        new StudyStatus(
            "id",
            "study",
            "tiny",
            "ada",
            state,
            null,
            null,
            5,
            new StudyStatus.Dialogues(20, finished, 1),
            new StudyStatus.Calls(1000, done, 0, 8),
            done,
            new Tokens(0, 0),
            1.5,
            budget,
            null,
            null,
            null,
            null));
  }

  @Test
  void a_line_comes_every_five_seconds_with_the_time_left() {
    show(0, "running", 0, 100);
    show(4, "running", 1, 150);
    show(6, "running", 2, 200);
    show(7, "running", 2, 200);

    assertThat(lines)
        .containsExactly(
            "2 of 20 dialogues, 1 failed; 200 of at most 1,000 calls, 8 in flight; $1.50;"
                + " about 0:48 left");
  }

  @Test
  void the_end_is_told_at_once() {
    show(0, "running", 0, 0);
    show(1, "finished", 19, 900);

    assertThat(lines)
        .containsExactly(
            "19 of 20 dialogues, 1 failed; 900 of at most 1,000 calls, 8 in flight; $1.50");
  }

  @Test
  void no_time_is_left_where_more_is_done_than_was_planned() {
    show(0, "running", 0, 100);
    show(6, "running", 19, 1010);

    assertThat(lines)
        .singleElement()
        .asString()
        .endsWith("1,010 of at most 1,000 calls, 8 in flight; $1.50");
  }

  @Test
  void spending_is_shown_against_the_caps() {
    budget = new Budget(new Amount(5.0, 50_000L, null), new Amount(1.2, 1_234L, 11L), Amount.NONE);
    show(0, "running", 0, 0);
    show(1, "finished", 19, 900);

    assertThat(lines)
        .singleElement()
        .asString()
        .endsWith("; $1.20 of $5.00, 1,234 of 50,000 tokens");
  }
}
