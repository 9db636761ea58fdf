package dev.interact.orchestrator.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Known.Doing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveStudyTest {
  private static final int DIALOGUES = 40;
  private static final int PLAYS = 50;
  private static final Instant LATER = Plays.START.plusSeconds(100_000);

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("LiveStudyTest: seed " + seed);
    return new Random(seed);
  }

  private static ObjectNode view(LiveStudy study) {
    ObjectNode view = study.view(LATER).deepCopy();
    view.remove("offset");
    view.remove("talking");
    return view;
  }

  @Test
  void what_is_told_again_in_whatever_order_changes_nothing() {
    Random random = random();
    for (int play = 0; play < PLAYS; play++) {
      List<Event> events = new Plays(random).all(DIALOGUES);
      LiveStudy once = Plays.study(DIALOGUES);
      LiveStudy again = Plays.study(DIALOGUES);
      for (int i = 0; i < events.size(); i++) {
        once.apply(i, events.get(i));
        again.apply(i, events.get(i));
        for (int times = random.nextInt(3); times > 0; times--) {
          again.apply(i, events.get(random.nextInt(i + 1)));
        }
      }
      assertThat(view(again)).isEqualTo(view(once));
    }
  }

  @Test
  void a_view_and_its_patches_are_the_view_that_is_made_anew() {
    Random random = random();
    List<Event> events = new Plays(random).all(DIALOGUES);
    LiveStudy study = Plays.study(DIALOGUES);
    LiveStudy anew = Plays.study(DIALOGUES);
    ObjectNode shown = study.view(LATER);
    JsonNode patched = shown;
    for (int i = 0; i < events.size(); i++) {
      study.apply(i, events.get(i));
      anew.apply(i, events.get(i));
      if (random.nextInt(10) == 0) {
        ObjectNode next = study.view(LATER);
        patched = MergePatch.apply(patched, MergePatch.between(shown, next));
        shown = next;
        assertThat(patched).isEqualTo(next);
      }
    }
    assertThat(study.view(LATER)).isEqualTo(anew.view(LATER));
  }

  @Test
  void a_curve_counts_dialogues_that_have_finished_and_no_others() {
    LiveStudy study = Plays.study(2);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.DialogueStarted("study", "dialogue-1", "arm-1", "concept-0", "domain-1"));
    facts.add(graded(5, 3));
    tell(study, facts);
    assertThat(view(study).path("arms").path("arm-1").path("curve")).isEmpty();
    assertThat(view(study).path("calls").path("done").asInt()).isEqualTo(1);
    tell(study, List.of(new Fact.DialogueFinished("study", "dialogue-1", 0)));

    JsonNode arm = view(study).path("arms").path("arm-1");
    assertThat(arm.path("finished").asInt()).isEqualTo(1);
    JsonNode point = arm.path("curve").path("0");
    assertThat(point.path("mean").asDouble()).isEqualTo(0.6);
    assertThat(point.path("n").asInt()).isEqualTo(1);
    assertThat(point.path("items").asInt()).isEqualTo(5);
    assertThat(point.has("low")).isFalse();
  }

  private static Fact graded(int items, int right) {
    return new Fact.QuizGraded(
        "study",
        "dialogue-1",
        "sit",
        0,
        0,
        0,
        0,
        new TreeMap<>(Map.of("none", new Fact.Marks(items, right, 1))));
  }

  private int told;

  private void tell(LiveStudy study, List<Fact> facts) {
    for (Fact fact : facts) {
      study.apply(told, Event.of("%d-0".formatted(told), Plays.START, fact));
      told++;
    }
  }

  @Test
  void a_fork_that_is_taken_up_before_it_has_ever_started_waits_still() {
    LiveStudy study = Plays.study(2);
    List<Fact> again =
        List.of(
            new Fact.DialogueFailed("study", "dialogue-1"),
            new Fact.DialogueTakenUp("study", "dialogue-1"));
    tell(study, again);
    assertStages(study, 2, 0, 0);
    assertThat(study.view(LATER).path("talking")).isEmpty();

    tell(
        study,
        List.of(new Fact.DialogueStarted("study", "dialogue-1", "arm-1", "concept-0", "domain-1")));
    assertStages(study, 1, 1, 0);
    tell(study, again);
    assertStages(study, 1, 1, 0);
  }

  @Test
  void what_was_read_as_failed_is_where_it_was_when_it_is_taken_up() {
    LiveStudy study = Plays.study(0);
    study.add(Plays.known(0), Stage.FAILED, Set.of(), null);
    study.add(Plays.known(2), Stage.FAILED, Set.of(), new Doing(1, Doing.QUESTION));
    assertStages(study, 0, 0, 2);

    tell(study, List.of(new Fact.DialogueTakenUp("study", "dialogue-0")));
    assertStages(study, 1, 0, 1);
    tell(study, List.of(new Fact.DialogueTakenUp("study", "dialogue-2")));
    assertStages(study, 1, 1, 0);
    JsonNode talking = study.view(LATER).path("talking");
    assertThat(talking).hasSize(1);
    assertThat(talking.path(0).path("dialogue").asText()).isEqualTo("dialogue-2");
    assertThat(talking.path(0).path("doing").asText()).isEqualTo("question");
  }

  private static void assertStages(LiveStudy study, int planned, int running, int failed) {
    JsonNode stages = view(study).path("dialogues");
    assertThat(
            List.of(
                stages.path("planned").asInt(),
                stages.path("running").asInt(),
                stages.path("failed").asInt()))
        .containsExactly(planned, running, failed);
  }

  @Test
  void what_is_about_another_study_is_not_taken_in() {
    LiveStudy study = Plays.study(1);
    Event other = Event.of("7-0", Plays.START, new Fact.StudyPaused("other", false));
    assertThat(study.apply(5, other)).isFalse();
    assertThat(study.offset()).isEqualTo(-1);
    assertThat(study.isStale()).isFalse();
  }
}
