package dev.interact.system.verify;

import java.util.ArrayList;
import java.util.List;

/** Every request that a model saw is an attempt in the ledger, and few were made twice. */
final class Requests {
  private final Claim claim;
  private final List<Model> models;

  /**
   * The attempts of one model.
   *
   * @param ended those that a reply came for
   * @param lost those that none came for; they may have reached the model or not
   * @param repeated answers to calls that had one
   */
  private record Model(String alias, long ended, long lost, long repeated) {}

  Requests(Tables tables, Claim claim) {
    this.claim = claim;
    this.models =
        tables
            .rows(
                """
                select a.model, count(*) filter (where a.status not in ('SENT', 'LOST')),
                  count(*) filter (where a.status = 'LOST'),
                  count(*) filter (where a.status = 'COMPLETED')
                    - count(distinct a.call) filter (where a.status = 'COMPLETED')
                from attempt a where a.call in (select call from step where study = ?)
                group by a.model order by a.model
                """,
                claim.study())
            .stream()
            .map(
                row ->
                    new Model(
                        row.get(0),
                        Long.parseLong(row.get(1)),
                        Long.parseLong(row.get(2)),
                        Long.parseLong(row.get(3))))
            .toList();
  }

  /** Requests beside one answer for each call and the refusals before it. */
  long extra() {
    return models.stream()
        .mapToLong(model -> requests(model) - model.ended() + model.repeated())
        .sum();
  }

  private long requests(Model model) {
    return claim.requests().getOrDefault(model.alias(), 0L);
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (Model model : models) {
      long requests = requests(model);
      if (requests < model.ended()) {
        findings.add(
            "%d attempts at model '%s' have ended, but it saw only %d requests."
                .formatted(model.ended(), model.alias(), requests));
      }
      if (requests > model.ended() + model.lost()) {
        findings.add(
            "Model '%s' saw %d requests, but the ledger has only %d attempts."
                .formatted(model.alias(), requests, model.ended() + model.lost()));
      }
    }
    if (extra() > claim.mayRepeat()) {
      findings.add(
          "%d requests were paid for twice; %d may have been."
              .formatted(extra(), claim.mayRepeat()));
    }
    return findings;
  }
}
