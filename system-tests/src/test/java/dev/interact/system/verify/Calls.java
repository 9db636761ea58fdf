package dev.interact.system.verify;

import java.util.ArrayList;
import java.util.List;

/** No call is left under way, and none stands for two turns. */
final class Calls {
  private final Tables tables;
  private final String study;

  Calls(Tables tables, String study) {
    this.tables = tables;
    this.study = study;
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    findings.addAll(
        tables.sentences(
            "Dialogue %s still waits for %s of turn %s.",
            "select dialogue, kind, turn from step where study = ? and open", study));
    findings.addAll(
        tables.sentences(
            "Attempt %s of call %s is still under way.",
            """
            select a.id, a.call from attempt a where a.status = 'SENT'
              and a.call in (select call from step where study = ?)
            """,
            study));
    findings.addAll(
        tables.sentences(
            "Call %s counts as sent though no attempt of it is under way.",
            """
            select c.key from call c where c.status = 'SENT'
              and c.key in (select call from step where study = ?)
              and not exists (select 1 from attempt a where a.call = c.key and a.status = 'SENT')
            """,
            study));
    findings.addAll(
        tables.sentences(
            "Call %s was answered and is %s.",
            """
            select c.key, c.status from call c where c.status not in ('DONE', 'FAILED')
              and c.key in (select call from step where study = ?)
              and exists (select 1 from attempt a where a.call = c.key and a.status = 'COMPLETED')
            """,
            study));
    findings.addAll(shared());
    return findings;
  }

  private List<String> shared() {
    return tables.sentences(
        "Dialogue %s has call %s for %s turns.",
        """
        select dialogue, call, count(*) from step
        where study = ? and kind in ('ASK', 'ANSWER') group by dialogue, call having count(*) > 1
        """,
        study);
  }
}
