package dev.interact.worker.model;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;

/**
 * Sets up the HTTP client under LangChain4j: lifts its limit of 50 connections (the orchestrator
 * limits calls), limits what is read of a reply, and keeps what came back where it is no answer,
 * which LangChain4j drops.
 */
public final class ModelHttp implements RestClientBuilderListener {
  private static final int CONNECTIONS = 4096;
  private static final int BEFORE_ALL_OTHERS = Priorities.USER - 1000;

  @Override
  public void onNewBuilder(RestClientBuilder builder) {
    builder.property("io.quarkus.rest.client.connection-pool-size", CONNECTIONS);
    builder.register(new Refusals(), BEFORE_ALL_OTHERS);
    builder.register(new Replied(), BEFORE_ALL_OTHERS);
    ((VertxRequestCustomizingClientBuilder<?>) builder)
        .httpClientRequestCustomizer(new ReplyLimits(() -> timeout(builder)));
  }

  /** Set after this listener was called. */
  private static Duration timeout(RestClientBuilder builder) {
    return Duration.ofMillis(
        (long) builder.getConfiguration().getProperty(QuarkusRestClientProperties.READ_TIMEOUT));
  }

  /** Turns everything but a success into a {@link Refused}. */
  static final class Refusals implements ResponseExceptionMapper<Refused> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
      return status >= Refused.LOWEST_STATUS;
    }

    @Override
    public int getPriority() {
      return BEFORE_ALL_OTHERS;
    }

    @Override
    public Refused toThrowable(Response response) {
      return new Refused(
          response.getStatus(),
          response.getHeaderString("Retry-After"),
          response.hasEntity() ? response.readEntity(String.class) : "");
    }
  }

  /** An HTTP status of a model that is no success. */
  static final class Refused extends RuntimeException {
    static final int LOWEST_STATUS = 300;
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
