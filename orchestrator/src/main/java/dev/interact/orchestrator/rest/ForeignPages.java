package dev.interact.orchestrator.rest;

import dev.interact.orchestrator.OrchestratorConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps pages of other sites out: a browser sends their requests to this machine too, and where a
 * name of theirs leads here, lets them read the answers.
 */
@Singleton
class ForeignPages {
  private static final int BEFORE_ALL = 20_000;
  private static final int FORBIDDEN = 403;
  private static final Set<String> OF_THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Set<String> hosts = new HashSet<>(OF_THIS_MACHINE);
  private final boolean anyHost;

  /**
   * @param address where it listens: elsewhere than on this machine, its name is not known here
   */
  ForeignPages(
      OrchestratorConfig config, @ConfigProperty(name = "quarkus.http.host") String address) {
    config.hosts().ifPresent(names -> names.forEach(name -> hosts.add(bare(name))));
    this.anyHost = config.hosts().isEmpty() && !OF_THIS_MACHINE.contains(address);
  }

  void guard(@Observes Filters filters) {
    filters.register(this::guard, BEFORE_ALL);
  }

  private void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    HostAndPort asked = request.authority();
    if (!anyHost && (asked == null || !hosts.contains(bare(asked.host())))) {
      refuse(
          context,
          "This orchestrator goes by 127.0.0.1 and localhost. To reach it by another name, say"
              + " behind a proxy, start it with INTERACT_HOSTS=that.name");
    } else if (!SAFE.contains(request.method()) && isForeign(request.getHeader("Origin"), asked)) {
      refuse(
          context,
          "A page of another site may change nothing here. Behind a proxy, start the orchestrator"
              + " with INTERACT_HOSTS=name.of.the.proxy");
    } else {
      context.next();
    }
  }

  /** Programs send no origin; a page without one of its own says null. */
  private boolean isForeign(String origin, HostAndPort asked) {
    if (origin == null) {
      return false;
    }
    try {
      URI page = URI.create(origin);
      String host = page.getHost();
      return host == null || !isOwn(bare(host), page.getPort(), asked);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** A name that was configured may be a proxy's, which has other ports. */
  private boolean isOwn(String host, int port, HostAndPort asked) {
    boolean configured = hosts.contains(host) && !OF_THIS_MACHINE.contains(host);
    return configured || asked != null && host.equals(bare(asked.host())) && port == asked.port();
  }

  private static String bare(String host) {
    return host.replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
  }

  private static void refuse(RoutingContext context, String detail) {
    Problems.refuse(context, FORBIDDEN, "Forbidden", detail + ".");
  }
}
