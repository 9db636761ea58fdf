package dev.interact.system.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * A study that has a cap has paid for exactly its attempts, and has given back what it reserved.
 */
final class Spending {
  private final Tables tables;
  private final String study;

  Spending(Tables tables, String study) {
    this.tables = tables;
    this.study = study;
  }

  private static final String HAS_CAP =
      "coalesce(c.cap_nanos, c.cap_tokens, c.cap_calls) is not null and c.id = 'study/' || ?";

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    findings.addAll(
        tables.sentences(
            "Account %s still has %s nanodollars, %s tokens and %s calls reserved.",
            "select c.id, c.reserved_nanos, c.reserved_tokens, c.reserved_calls from account c where "
                + "(c.reserved_nanos <> 0 or c.reserved_tokens <> 0 or c.reserved_calls <> 0) and "
                + HAS_CAP,
            study));
    findings.addAll(
        tables.sentences(
            "Account %s has spent %s nanodollars and %s tokens, its attempts %s and %s.",
            """
            select c.id, c.spent_nanos, c.spent_tokens, a.nanos, a.tokens
            from account c, (
              select coalesce(sum(spent_nanos), 0) nanos, coalesce(sum(spent_tokens), 0) tokens
              from attempt where study = ?) a
            where (c.spent_nanos <> a.nanos or c.spent_tokens <> a.tokens) and
            """
                + HAS_CAP,
            study,
            study));
    findings.addAll(
        tables.sentences(
            "Account %s has spent %s calls, though %s of its attempts were answered and %s were made.",
            """
            select c.id, c.spent_calls, a.answered, a.made
            from account c, (
              select count(*) made, count(*) filter (where status = 'COMPLETED') answered
              from attempt where study = ?) a
            where c.spent_calls not between a.answered and a.made and
            """
                + HAS_CAP,
            study,
            study));
    return findings;
  }
}
