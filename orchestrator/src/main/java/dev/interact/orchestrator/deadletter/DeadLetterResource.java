package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows dead letters, sends them again, drops them. */
@Tag(name = "machine")
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class DeadLetterResource {
  private final Resending resending;
  private final Chronicle chronicle;

  DeadLetterResource(Resending resending, Chronicle chronicle) {
    this.resending = resending;
    this.chronicle = chronicle;
  }

  /**
   * A dead letter with its content.
   *
   * @param value null where the record has none; base64 in JSON
   * @param text the value, where it is UTF-8
   */
  record Opened(DeadLetterRow.Listed letter, byte[] value, String text) {}

  /** Newest first. */
  @Operation(summary = "Records that no service could read")
  @GET
  public Page<DeadLetterRow.Listed> list(@BeanParam PageRequest page) {
    if (page.cursor != null && DeadLetterRow.count("id", page.cursor) == 0) {
      throw page.unknownCursor();
    }
    String after = page.cursor == null ? "" : page.cursor;
    return Page.of(DeadLetterRow.newestFirst(after, page.size()), page, DeadLetterRow.Listed::id)
        .withTotal(DeadLetterRow.count());
  }

  @Operation(summary = "One of them with its content")
  @GET
  @Path("/{id}")
  public Opened open(String id) {
    DeadLetterRow letter =
        DeadLetterRow.<DeadLetterRow>findByIdOptional(id).orElseThrow(() -> Resending.missing(id));
    return new Opened(letter.listed(), letter.value, text(letter.value));
  }

  private static String text(byte[] value) {
    try {
      return value == null
          ? null
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  @Operation(summary = "Sends one to its topic again")
  @POST
  @Path("/{id}/resend")
  @RolesAllowed(Scope.ADMIN)
  @Audited("dead-letter.resent")
  public DeadLetterRow.Listed resend(String id, @QueryParam("again") boolean again)
      throws InterruptedException {
    try {
      return resending.resend(id, again);
    } catch (IllegalStateException e) {
      throw new InternalServerErrorException(e.getMessage(), e);
    }
  }

  /** Sends all again that were not; ends at the first that the broker does not take. */
  @Operation(summary = "Sends all again that were not")
  @POST
  @Path("/resend")
  @RolesAllowed(Scope.ADMIN)
  @Audited("dead-letters.resent")
  public List<DeadLetterRow.Listed> resendAll() throws InterruptedException {
    List<DeadLetterRow.Listed> resent = new ArrayList<>();
    for (String id : DeadLetterRow.notResent()) {
      resent.add(resend(id, true));
    }
    return resent;
  }

  @Operation(summary = "Forgets one")
  @DELETE
  @Path("/{id}")
  @Transactional
  @RolesAllowed(Scope.ADMIN)
  @Audited("dead-letter.dropped")
  public void drop(String id) {
    if (DeadLetterRow.deleteById(id)) {
      chronicle.tell(new Fact.DeadLetterDropped(id));
    }
  }
}
