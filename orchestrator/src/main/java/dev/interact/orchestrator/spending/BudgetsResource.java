package dev.interact.orchestrator.spending;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Writer;
import dev.interact.study.Budget;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what studies and owners spend, and sets what they may. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BudgetsResource {
  private static final long MOST_DOLLARS = 1_000_000_000;
  private static final long MOST = 9_007_199_254_740_991L;

  private final Accounts accounts;
  private final Statuses statuses;
  private final Writer writer;
  private final Engine engine;
  private final Body body;
  private final Clock clock = Clock.systemUTC();

  BudgetsResource(Accounts accounts, Statuses statuses, Writer writer, Engine engine, Body body) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.writer = writer;
    this.engine = engine;
    this.body = body;
  }

  /**
   * An account.
   *
   * @param account {@code study/ID} or {@code owner/NAME/YYYY-MM}
   * @param name the study's or the owner's
   */
  record Listed(String account, String name, Budget cap, Budget spent, Budget reserved) {
    static Listed of(AccountRow account, String name) {
      StudyStatus.Account amounts = StudyStatus.Account.of(account);
      return new Listed(account.id, name, amounts.cap(), amounts.spent(), amounts.reserved());
    }
  }

  @GET
  @Path("/budgets")
  public List<Listed> list() {
    var names =
        StudyRow.names().stream()
            .collect(
                Collectors.toMap(study -> AccountRow.ofStudy(study.id()), StudyRow.Name::name));
    return AccountRow.<AccountRow>list("order by id").stream()
        .map(account -> Listed.of(account, names.getOrDefault(account.id, account.owner())))
        .toList();
  }

  @PUT
  @Path("/studies/{id}/budget")
  public StudyStatus capStudy(String id, byte[] json) {
    if (StudyRow.count("id", id) == 0) {
      throw new NotFoundException("There is no study " + id + ".");
    }
    Budget budget = budget(json);
    writer.exclusively(
        () -> {
          accounts.open(id, budget);
          return null;
        });
    engine.nudge();
    return statuses.of(StudyRow.findById(id));
  }

  @PUT
  @Path("/owners/{owner}/budget")
  public Listed capOwner(String owner, byte[] json) {
    Budget budget = budget(json);
    Instant now = clock.instant();
    writer.exclusively(
        () -> {
          accounts.capOwner(owner, budget, now);
          return null;
        });
    engine.nudge();
    return Listed.of(AccountRow.findById(AccountRow.ofOwner(owner, now)), owner);
  }

  private Budget budget(byte[] json) {
    Budget budget = body.read(json, new TypeReference<>() {});
    List<Problem> problems = new ArrayList<>();
    check("usd", budget.usd(), MOST_DOLLARS, problems);
    check("tokens", budget.tokens(), MOST, problems);
    check("calls", budget.calls(), MOST, problems);
    InvalidInput.throwIfAny(problems);
    return budget;
  }

  private static void check(String field, Number value, long most, List<Problem> problems) {
    if (value != null && !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
      String message = "must be from 0 to %d; found %s.".formatted(most, value);
      problems.add(new Problem(null, 0, field, message));
    }
  }
}
