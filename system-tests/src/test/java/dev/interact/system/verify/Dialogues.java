package dev.interact.system.verify;

import dev.interact.study.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every dialogue has exactly its turns and its quizzes, or says why it ended before. */
final class Dialogues {
  private final Tables tables;
  private final String study;

  Dialogues(Tables tables, String study) {
    this.tables = tables;
    this.study = study;
  }

  private record Dialogue(String id, Condition condition, int parts) {}

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    findings.addAll(
        tables.sentences(
            "Study %s is %s, not FINISHED.",
            "select id, state from study where id = ? and state <> 'FINISHED'", study));
    findings.addAll(
        tables.sentences(
            "Dialogue %s is %s though its study is over.",
            "select id, stage from dialogue where study = ? and stage not in ('FINISHED', 'FAILED')",
            study));
    findings.addAll(
        tables.sentences(
            "Dialogue %s failed without a reason.",
            "select id from dialogue where study = ? and stage = 'FAILED' and coalesce(reason, '') = ''",
            study));
    findings.addAll(
        tables.sentences(
            "Concept %s of a preparation is %s though its preparation is over.",
            "select concept_id, stage from preparation where study = ? and stage not in ('FINISHED', 'FAILED')",
            study));
    findings.addAll(gaps());
    findings.addAll(strangeTurns());
    findings.addAll(incomplete());
    return findings;
  }

  /** Of finished and failed dialogues alike. */
  private List<String> gaps() {
    return tables.sentences(
        "Dialogue %s has the turns %s.",
        """
        select t.dialogue, string_agg(t.number::text, ', ' order by t.number)
        from turn t join dialogue d on d.id = t.dialogue where d.study = ?
        group by t.dialogue
        having count(*) <> count(distinct t.number) or min(t.number) <> 1 or max(t.number) <> count(*)
        """,
        study);
  }

  private List<String> strangeTurns() {
    return tables.sentences(
        "Turn %2$s of dialogue %1$s was not said by the calls that its dialogue waited for.",
        """
        select t.dialogue, t.number from turn t join dialogue d on d.id = t.dialogue
        where d.study = ? and (
          not exists (select 1 from step s where s.dialogue = d.id and s.kind = 'ASK'
                      and s.turn = t.number and s.call = t.question)
          or t.answer is not null and not exists (
            select 1 from step s where s.dialogue = d.id and s.kind = 'ANSWER'
            and s.turn = t.number and s.call = t.answer))
        """,
        study);
  }

  private List<String> incomplete() {
    int turns =
        (int)
            tables.count(
                "select coalesce((convert_from(submission, 'UTF8')::json -> 'study' ->> 'turns')::int, 0) from study where id = ?",
                study);
    Map<String, List<String>> steps =
        grouped(
            """
            select s.dialogue, s.kind || ' ' || s.turn || '.' || s.part from step s
            join dialogue d on d.id = s.dialogue join call c on c.key = s.call
            where d.study = ? and d.stage = 'FINISHED' and c.status = 'DONE' and c.reply is not null
              and (s.kind <> 'SIT' or s.draw = 0)
            """);
    Map<String, List<String>> answered =
        grouped(
            """
            select t.dialogue, t.number from turn t join dialogue d on d.id = t.dialogue
            where d.study = ? and d.stage = 'FINISHED' and t.answer is not null order by t.number
            """);
    return finished().stream()
        .flatMap(
            dialogue -> {
              int asked = dialogue.condition().hasDialogue() ? turns : 0;
              return Stream.concat(
                  differences(dialogue, asked, steps.getOrDefault(dialogue.id(), List.of())),
                  turns(dialogue, asked, answered.getOrDefault(dialogue.id(), List.of())));
            })
        .toList();
  }

  private static Stream<String> turns(Dialogue dialogue, int asked, List<String> numbers) {
    return numbers.size() == asked
        ? Stream.of()
        : Stream.of(
            "Dialogue %s is finished with %d turns that were answered, not %d."
                .formatted(dialogue.id(), numbers.size(), asked));
  }

  private static Stream<String> differences(Dialogue dialogue, int asked, List<String> done) {
    Set<String> expected = expected(dialogue, asked);
    Set<String> seen = new TreeSet<>();
    List<String> findings = new ArrayList<>();
    for (String step : done) {
      if (!expected.contains(step)) {
        findings.add("Dialogue %s has done %s, no step of it.".formatted(dialogue.id(), step));
      } else if (!seen.add(step)) {
        findings.add("Dialogue %s has done %s twice.".formatted(dialogue.id(), step));
      }
    }
    expected.removeAll(seen);
    expected.forEach(
        step -> findings.add("Dialogue %s is finished without %s.".formatted(dialogue.id(), step)));
    return findings.stream();
  }

  private static Set<String> expected(Dialogue dialogue, int asked) {
    Set<String> steps = new TreeSet<>();
    if (dialogue.condition().hasLesson()) {
      steps.add("LESSON 0.0");
    }
    for (int turn = 0; turn <= asked; turn++) {
      for (int part = 0; part < dialogue.parts(); part++) {
        steps.add("SIT " + turn + "." + part);
      }
    }
    IntStream.rangeClosed(1, asked)
        .forEach(turn -> steps.addAll(List.of("ASK " + turn + ".0", "ANSWER " + turn + ".0")));
    return steps;
  }

  private List<Dialogue> finished() {
    return tables
        .rows(
            "select id, condition, parts from dialogue where study = ? and stage = 'FINISHED'",
            study)
        .stream()
        .map(
            row ->
                new Dialogue(
                    row.get(0), Condition.valueOf(row.get(1)), Integer.parseInt(row.get(2))))
        .toList();
  }

  private Map<String, List<String>> grouped(String sql) {
    return tables.rows(sql, study).stream()
        .collect(
            Collectors.groupingBy(
                List::getFirst,
                TreeMap::new,
                Collectors.mapping(List::getLast, Collectors.toList())));
  }
}
