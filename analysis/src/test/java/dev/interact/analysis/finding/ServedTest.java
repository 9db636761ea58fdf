package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.CallRow;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Report;
import dev.interact.study.fork.Framing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedTest {
  private static final ArmKey CLOSED = Rows.arm("closed-book", null);
  private static final ArmKey LESSON = Rows.arm("static-lesson", "author");
  private static final ArmKey DYNAMIC = Rows.dynamic(null);

  @TempDir Path folder;

  private static List<AnswerRow> answers() {
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String concept = "news-%02d".formatted(i);
      rows.addAll(Rows.of(CLOSED, concept, null).quizzes("1000"));
      rows.addAll(Rows.of(LESSON, concept, null).quizzes("1100"));
      rows.addAll(
          Rows.of(DYNAMIC, concept, 1L).quizzes("1000", "1000", i % 2 == 0 ? "1111" : "1100"));
    }
    return rows;
  }

  private Report report(Results results) {
    return Findings.of(results.in(folder), 7);
  }

  private static List<String> ofVersions(Report report, String section) {
    return report.sections().stream()
        .filter(one -> one.id().equals(section))
        .flatMap(one -> one.blocks().stream())
        .filter(Notice.class::isInstance)
        .map(block -> ((Notice) block).text())
        .filter(text -> text.contains("versions"))
        .toList();
  }

  private static CallRow call(Rows of, String alias, String fingerprint) {
    return new CallRow(of.id(), alias, List.of(new CallRow.Attempt(true, fingerprint)));
  }

  /** Twelve concepts on which weak was served as told, and the teacher by one version. */
  private Report served(String closed, String lesson, String... dynamic) {
    String models =
        "{'weak':{'model':'w-1','fingerprints':['fp1','fp2']},'teacher':{'fingerprints':['fp3']}}";
    List<Rows> dialogues = new ArrayList<>();
    List<CallRow> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String concept = "news-%02d".formatted(i);
      Rows own = Rows.of(DYNAMIC, concept, 1L);
      dialogues.addAll(List.of(Rows.of(CLOSED, concept, null), Rows.of(LESSON, concept, null)));
      calls.add(call(Rows.of(CLOSED, concept, null), "weak", closed));
      calls.add(call(Rows.of(LESSON, concept, null), "weak", lesson));
      dialogues.add(own);
      calls.add(call(own, "weak", dynamic[i % dynamic.length]));
      calls.add(call(own, "teacher", "fp3"));
    }
    return report(
        Results.of(answers())
            .of(models, "{'cells':[]}")
            .and(dialogues.stream().map(one -> one.dialogue(null)).toList())
            .called(calls));
  }

  /** RQ1 is about lessons and closed-book, RQ2 about dialogues and lessons. */
  @Test
  void arms_of_different_fingerprints_are_noticed_where_they_are_compared() {
    Report report = served("fp1", "fp1", "fp2");

    String notice =
        "The calls of weak were served by several versions of its model (%s): a difference here may be one between versions.";
    assertThat(ofVersions(report, "rq1")).isEmpty();
    assertThat(ofVersions(report, "rq2"))
        .containsExactly(notice.formatted("fp2 in dynamic; fp1 in static-lesson"));
    assertThat(ofVersions(report, "who-answered"))
        .containsExactly(notice.formatted("fp1 in closed-book, static-lesson; fp2 in dynamic"));
  }

  @Test
  void an_arm_that_two_versions_served_is_noticed_wherever_it_is_compared() {
    Report report = served("fp1", "fp1", "fp1", "fp2");

    assertThat(ofVersions(report, "rq1")).isEmpty();
    assertThat(ofVersions(report, "rq2"))
        .hasSize(2)
        .anyMatch(notice -> notice.contains("(fp1 and fp2 in dynamic)"))
        .anyMatch(notice -> notice.contains("(fp1 and fp2 in dynamic; fp1 in static-lesson)"));
  }

  /** The second answer came from elsewhere, and was not the one that counts. */
  @Test
  void versions_whose_replies_do_not_count_are_not_noticed() {
    Results tried =
        Results.of(answers())
            .of("{'weak':{'model':'w-1','fingerprints':['fp1','fp2']}}", "{'cells':[]}");
    Rows one = Rows.of(LESSON, "news-00", null);
    Report report =
        report(
            tried
                .and(List.of(one.dialogue(null)))
                .called(
                    List.of(
                        new CallRow(
                            one.id(),
                            "weak",
                            List.of(
                                new CallRow.Attempt(true, "fp1"),
                                new CallRow.Attempt(false, "fp2"))))));

    assertThat(ofVersions(report, "who-answered")).isEmpty();
  }

  @Test
  void a_fork_is_made_of_its_donors_versions_too() {
    ArmKey borrowed = Rows.fork("borrowed-trace", "weak", Framing.OWN, null);
    List<AnswerRow> rows = new ArrayList<>();
    List<DialogueRow> dialogues = new ArrayList<>();
    List<CallRow> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Rows donor = Rows.of(DYNAMIC, "news-" + i, 1L);
      Rows fork = Rows.of(borrowed, "news-" + i, 1L);
      rows.addAll(donor.quizzes("1000", "1000", "1100"));
      rows.addAll(fork.quizzes("1000", "1000", "1000"));
      dialogues.addAll(List.of(donor.dialogue(null), fork.borrowing(donor.id())));
      calls.addAll(List.of(call(donor, "teacher", "fp1"), call(fork, "weak", "fp3")));
      calls.add(call(donor, "teacher", i == 0 ? "fp2" : "fp1"));
    }
    String models = "{'weak':{'fingerprints':['fp3']},'teacher':{'fingerprints':['fp1','fp2']}}";

    Report report =
        report(Results.of(rows).of(models, "{'cells':[]}").and(dialogues).called(calls));

    assertThat(ofVersions(report, "rq4"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("calls of teacher", "fp1 and fp2 in borrowed-trace, dynamic");
  }
}
