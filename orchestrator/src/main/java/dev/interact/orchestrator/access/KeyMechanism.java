package dev.interact.orchestrator.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Takes keys from the header {@code Authorization: Bearer} or, of a browser that is signed in, from
 * a cookie. Whatever is no key is left to OpenID Connect, which leads to the provider's page from
 * one address alone: programs are told 401 in a sentence.
 */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";
  private static final int UNAUTHORIZED = 401;
  private static final int BEFORE_OTHERS = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;

  private final Access access;
  private final OidcAuthenticationMechanism oidc;

  KeyMechanism(Access access, OidcAuthenticationMechanism oidc) {
    this.access = access;
    this.oidc = oidc;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    if (access.isOpen()) {
      return Uni.createFrom().nullItem();
    }
    Optional<String> bearer = bearer(context);
    if (bearer.isPresent()) {
      Uni<SecurityIdentity> holder = identities.authenticate(new KeyRequest(bearer.get()));
      // A key of ours is no business of the provider.
      boolean isOurs = Token.parse(bearer.get()).isPresent();
      return isOurs || !access.hasOidc() ? holder : orElseNobody(holder);
    }
    Cookie session = context.request().getCookie(SessionCookie.NAME);
    return session == null
        ? Uni.createFrom().nullItem()
        : orElseNobody(identities.authenticate(new KeyRequest(session.getValue())));
  }

  private static Uni<SecurityIdentity> orElseNobody(Uni<SecurityIdentity> holder) {
    return holder.onFailure(AuthenticationFailedException.class).recoverWithNull();
  }

  private static Optional<String> bearer(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return access.hasOidc() && context.request().path().equals(SessionResource.START)
        ? oidc.getChallenge(context)
        : Uni.createFrom()
            .item(new ChallengeData(UNAUTHORIZED, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyRequest.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_OTHERS;
  }
}
