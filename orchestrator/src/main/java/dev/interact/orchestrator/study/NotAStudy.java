package dev.interact.orchestrator.study;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/** Something was asked of a preparation that only studies can do. */
public final class NotAStudy extends ClientErrorException {
  /** Of one, by its name. */
  public NotAStudy(String name) {
    super(
        "'%s' is a preparation, and no study: it has concepts, and no results.".formatted(name),
        Response.Status.CONFLICT);
  }
}
