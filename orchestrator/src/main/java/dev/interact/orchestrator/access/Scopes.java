package dev.interact.orchestrator.access;

import dev.interact.orchestrator.OrchestratorConfig;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives people the scope that their roles at the provider stand for, and nothing that only has the
 * name of a scope; and everybody all where access is open.
 */
@Singleton
class Scopes implements SecurityIdentityAugmentor {
  private final Access access;
  private final Map<String, Set<String>> roles;

  Scopes(Access access, OrchestratorConfig config) {
    this.access = access;
    OrchestratorConfig.Access.Roles given = config.access().oidc().roles();
    this.roles =
        Map.of(
            Scope.MONITOR, given.monitor(),
            Scope.READ, given.read(),
            Scope.RUN, given.run(),
            Scope.ADMIN, given.admin());
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(augmented(identity));
  }

  private SecurityIdentity augmented(SecurityIdentity identity) {
    if (access.isOpen()) {
      return as(identity, Caller.ANYONE);
    }
    if (identity.isAnonymous() || Caller.of(identity) != null) {
      return identity;
    }
    Set<String> scopes = new HashSet<>();
    roles.forEach(
        (scope, names) -> {
          if (!Collections.disjoint(names, identity.getRoles())) {
            scopes.add(scope);
          }
        });
    return as(identity, person(identity.getPrincipal(), Scope.most(scopes)));
  }

  /** Names change, subjects do not. */
  private static Caller person(Principal principal, String scope) {
    String subject =
        principal instanceof JsonWebToken token ? token.getSubject() : principal.getName();
    return new Caller(Caller.OF_PROVIDER + subject, principal.getName(), scope, null);
  }

  private static SecurityIdentity as(SecurityIdentity identity, Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .setAnonymous(identity.isAnonymous())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addAttribute(Caller.attribute(), caller)
        .addRoles(caller.scope() == null ? Set.of() : Scope.upTo(caller.scope()))
        .build();
  }
}
