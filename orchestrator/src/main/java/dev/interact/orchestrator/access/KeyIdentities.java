package dev.interact.orchestrator.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Knows the holders of keys. */
@Singleton
class KeyIdentities implements IdentityProvider<KeyRequest> {
  private final Keys keys;

  KeyIdentities(Keys keys) {
    this.keys = keys;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            keys.holder(request.text())
                .map(KeyIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }

  private static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.id()))
        .addRoles(Scope.upTo(caller.scope()))
        .addAttribute(Caller.attribute(), caller)
        .build();
  }
}
