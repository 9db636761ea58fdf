package dev.interact.worker.model;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Sets up the HTTP client under LangChain4j: lifts its limit of 50 connections (the orchestrator
 * limits calls), and keeps the headers of a refusal, which LangChain4j drops.
 */
public final class ModelHttp implements RestClientBuilderListener {
  private static final int CONNECTIONS = 4096;

  @Override
  public void onNewBuilder(RestClientBuilder builder) {
    builder.property("io.quarkus.rest.client.connection-pool-size", CONNECTIONS);
    builder.register(new Refusals(), Priorities.USER - 1000);
  }

  /** Turns every HTTP error of a model into a {@link Refused}. */
  static final class Refusals implements ResponseExceptionMapper<Refused> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
      return status >= 400;
    }

    @Override
    public int getPriority() {
      return Priorities.USER - 1000;
    }

    @Override
    public Refused toThrowable(Response response) {
      return new Refused(
          response.getStatus(),
          response.getHeaderString("Retry-After"),
          response.hasEntity() ? response.readEntity(String.class) : "");
    }
  }

  /** An HTTP error of a model. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    final String retryAfter;
    final String body;

    Refused(int status, String retryAfter, String body) {
      super("HTTP " + status, null, false, false);
      this.status = status;
      this.retryAfter = retryAfter;
      this.body = body;
    }
  }
}
