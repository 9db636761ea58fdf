package dev.interact.orchestrator.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveStudiesTest {
  private static final Fact.Sum NOTHING = new Fact.Sum(BigDecimal.ZERO, 0, 0);

  private static LiveStudies withOneThatIsOver() {
    LiveStudies studies = new LiveStudies(0);
    studies.add("over", JsonNodeFactory.instance.objectNode());
    return studies;
  }

  private static boolean isStaleAfter(Fact fact) {
    LiveStudies studies = withOneThatIsOver();
    studies.apply(1, Event.of("0000000000000001-000000", Instant.EPOCH, fact));
    return studies.isStale();
  }

  @Test
  void a_study_that_is_over_is_read_again_when_it_goes_on_or_late_replies_are_paid() {
    assertThat(isStaleAfter(new Fact.StudyResumed("over"))).isTrue();
    assertThat(isStaleAfter(new Fact.BudgetSettled("over", NOTHING, NOTHING, 0, 0))).isTrue();
    assertThat(isStaleAfter(new Fact.StudyStarted("over"))).isFalse();
  }

  @Test
  void a_study_that_nobody_knew_is_read() {
    assertThat(isStaleAfter(new Fact.StudyStarted("new"))).isTrue();
  }
}
