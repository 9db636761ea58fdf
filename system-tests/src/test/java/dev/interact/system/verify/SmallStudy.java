package dev.interact.system.verify;

import dev.interact.contracts.Json;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A study of one dialogue with one turn that went well, as it stands in the database. */
final class SmallStudy {
  static final String ID = "small";
  static final List<String> CALLS = List.of("sheet-0", "ask", "answer", "sheet-1");

  private SmallStudy() {}

  /** Statements that put it there. */
  static String sql() {
    StringBuilder sql =
        new StringBuilder(
            """
            insert into concept values ('c', 'concept', 'story', '');
            insert into study (id, name, submission, state, created, finished)
              values ('small', 'small', '{"study":{"turns":1}}'::bytea, 'FINISHED', now(), now());
            insert into dialogue (id, study, concept, concept_id, domain, condition, student, teacher,
                quiz_mode, parts, rank, stage)
              values ('d', 'small', 'c', 'concept', 'story', 'DYNAMIC', 'm', 'm', 'SHEET', 1, 0, 'FINISHED');
            """);
    CALLS.forEach(call -> sql.append(call(call)));
    return sql.append(
            """
            insert into step (id, study, dialogue, kind, turn, part, draw, call, open) values
              (1, 'small', 'd', 'SIT', 0, 0, 0, 'sheet-0', false),
              (2, 'small', 'd', 'ASK', 1, 0, 0, 'ask', false),
              (3, 'small', 'd', 'ANSWER', 1, 0, 0, 'answer', false),
              (4, 'small', 'd', 'SIT', 1, 0, 0, 'sheet-1', false);
            insert into turn values ('d', 1, 'ask', 'answer');
            insert into account (id, cap_calls, spent_calls, spent_tokens) values ('study/small', 9, 4, 40);
            """)
        .toString();
  }

  private static String call(String key) {
    return """
    insert into call (key, kind, model, temperature, max_tokens, seed, prompt, rank, status,
        not_before, reply, answered_by, choices)
      values ('%1$s', 'ANSWER', 'm', 0, 9, 1, 'p', 0, 'DONE', now(), 'said by %1$s', 'try-%1$s', %2$s);
    insert into attempt (id, call, model, worker, status, sent, study, spent_tokens)
      values ('try-%1$s', '%1$s', 'm', 'w', 'COMPLETED', now(), 'small', 10);
    """
        .formatted(key, key.startsWith("sheet") ? "'{0,null}'" : "null");
  }

  /** What its workers replied. */
  static List<String> replies() {
    List<Reply> replies = new ArrayList<>();
    CALLS.forEach(call -> replies.add(reply(call, "said by " + call)));
    Stream.of("sheet-0", "sheet-1").map(call -> graded(call, 0)).forEach(replies::add);
    return replies.stream().map(SmallStudy::text).toList();
  }

  private static Reply reply(String call, String text) {
    return new Reply.Modelled(
        "w", "try-" + call, call, 1, new Outcome.Completed(text, false, new Usage(9, 1), null));
  }

  /** The grade of a sheet whose first item was answered with some option. */
  static Reply graded(String call, int choice) {
    List<Mark> marks = List.of(new Mark("e1", choice, true), new Mark("e2", null, false));
    return new Reply.Graded("q", "b", List.of(new GradedSheet(call, marks, null, "1")));
  }

  static String text(Reply reply) {
    return new String(Json.write(reply), StandardCharsets.UTF_8);
  }
}
