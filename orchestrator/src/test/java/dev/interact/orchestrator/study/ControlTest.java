package dev.interact.orchestrator.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.study.StudyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

  /** RETRY is applied where some dialogue failed; elsewhere it changes nothing. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          STATE,     PAUSE,     RESUME,   CANCEL,    SUBMIT,    RETRY
          RUNNING,   PAUSED,    RUNNING,  CANCELLED, RUNNING,   RUNNING
          PAUSED,    PAUSED,    RUNNING,  CANCELLED, RUNNING,   RUNNING
          FINISHED,  FINISHED,  FINISHED, FINISHED,  FINISHED,  RUNNING
          CANCELLED, CANCELLED, RUNNING,  CANCELLED, CANCELLED, RUNNING
          """)
  void every_state_has_its_next(
      State state, State pause, State resume, State cancel, State submit, State retry) {
    assertThat(after(state, Control.PAUSE)).isEqualTo(pause);
    assertThat(after(state, Control.RESUME)).isEqualTo(resume);
    assertThat(after(state, Control.CANCEL)).isEqualTo(cancel);
    assertThat(after(state, Control.SUBMIT)).isEqualTo(submit);
    assertThat(after(state, Control.RETRY)).isEqualTo(retry);
    for (Control control : Control.values()) {
      State once = after(state, control);
      assertThat(after(once, control)).as("%s twice", control).isEqualTo(once);
    }
  }

  private static State after(State state, Control control) {
    return control.from().contains(state) ? control.goal() : state;
  }
}
