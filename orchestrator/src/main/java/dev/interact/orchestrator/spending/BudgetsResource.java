package dev.interact.orchestrator.spending;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Writer;
import dev.interact.study.Budget;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what studies and owners spend, and sets what they may. */
@Tag(name = "budgets")
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class BudgetsResource {
  private final Accounts accounts;
  private final Writer writer;
  private final Engine engine;
  private final Caps caps;
  private final Clock clock = Clock.systemUTC();

  BudgetsResource(Accounts accounts, Writer writer, Engine engine, Caps caps) {
    this.accounts = accounts;
    this.writer = writer;
    this.engine = engine;
    this.caps = caps;
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

  @Operation(summary = "What may be spent, and what is")
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

  @Operation(summary = "Sets what an owner may spend a month")
  @RequestBodySchema(Budget.class)
  @PUT
  @Path("/owners/{owner}/budget")
  @RolesAllowed(Scope.ADMIN)
  @Audited("owner.budget-changed")
  public Listed capOwner(String owner, byte[] json) {
    Budget budget = caps.read(json);
    Instant now = clock.instant();
    writer.exclusively(
        () -> {
          accounts.capOwner(owner, budget, now);
          return null;
        });
    engine.nudge();
    return Listed.of(AccountRow.findById(AccountRow.ofOwner(owner, now)), owner);
  }
}
