package dev.interact.orchestrator.view;

import dev.interact.orchestrator.status.StudyStatus;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a dialogue has used, calls that it shares with others included.
 *
 * @param calls different ones that it needed
 * @param tokens as the providers counted them, over all attempts
 * @param cost in US dollars, as it was booked
 */
record Spent(long calls, StudyStatus.Tokens tokens, double cost) {
  static final double NANOS_A_DOLLAR = 1e9;
  static final Spent NOTHING = new Spent(0, new StudyStatus.Tokens(0, 0), 0);

  /** What some dialogues have used, by their ids. */
  static Map<String, Spent> of(EntityManager database, Collection<String> dialogues) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select s.dialogue, count(distinct s.call), coalesce(sum(a.input_tokens), 0),
                       coalesce(sum(a.output_tokens), 0), coalesce(sum(a.spent_nanos), 0)
                from (select distinct dialogue, call from step where dialogue in (:dialogues)) s
                left join attempt a on a.call = s.call
                group by s.dialogue
                """)
            .setParameter("dialogues", dialogues)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], Spent::of));
  }

  private static Spent of(Object[] row) {
    return new Spent(
        number(row[1]),
        new StudyStatus.Tokens(number(row[2]), number(row[3])),
        number(row[4]) / NANOS_A_DOLLAR);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
