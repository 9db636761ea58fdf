package dev.interact.cli.api;

import dev.interact.contracts.Json;
import java.util.List;

/** What studies and owners may spend, and what they do. */
public final class Budgets {
  private final Http http;

  Budgets(Http http) {
    this.http = http;
  }

  /**
   * What a study, or an owner in a month, may spend and does.
   *
   * @param account {@code study/ID} or {@code owner/NAME/YYYY-MM}
   * @param name of the study or owner
   */
  public record Account(String account, String name, Amount cap, Amount spent, Amount reserved) {
    public Account {
      cap = cap == null ? Amount.NONE : cap;
      spent = spent == null ? Amount.NONE : spent;
      reserved = reserved == null ? Amount.NONE : reserved;
    }
  }

  public List<Account> all() {
    return http.get(
        "/api/budgets", body -> List.of(Json.read(body.readAllBytes(), Account[].class)));
  }

  /** Sets what a study may spend. */
  public void capStudy(String id, Amount cap) {
    http.put("/api/studies/" + id + "/budget", cap);
  }

  /** Sets what an owner may spend a month, over all studies. */
  public void capOwner(String owner, Amount cap) {
    http.put("/api/owners/" + Http.part(owner) + "/budget", cap);
  }
}
